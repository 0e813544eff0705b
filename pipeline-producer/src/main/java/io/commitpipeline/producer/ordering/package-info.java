/**
 * Rows on local disk in the order of a run, readable from any position with little
 * memory.
 */
package io.commitpipeline.producer.ordering;
