/**
 * Ranks authors by how unlike the others they are, each with its evidence.
 */
package io.commitpipeline.processor.unusual;
