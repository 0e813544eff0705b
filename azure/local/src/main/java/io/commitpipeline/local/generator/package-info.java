/**
 * A commit log that nobody wrote: the same for the same seed, in the shape of the data
 * set.
 */
package io.commitpipeline.local.generator;
