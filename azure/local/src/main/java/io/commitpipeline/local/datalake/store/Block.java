package io.commitpipeline.local.datalake.store;

/**
 * A block that a file is made of, or may be.
 *
 * @param id its id
 * @param size its size in bytes
 */
public record Block(String id, long size) {

}
