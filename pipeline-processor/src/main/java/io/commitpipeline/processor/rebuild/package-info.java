/**
 * Computes the metrics anew from the archive and swaps them in: the batch layer of a
 * Lambda architecture.
 */
package io.commitpipeline.processor.rebuild;
