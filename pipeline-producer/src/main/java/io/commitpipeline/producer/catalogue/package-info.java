/**
 * Keeps a list of the lake's commit logs in PostgreSQL, with what there is in each.
 */
package io.commitpipeline.producer.catalogue;
