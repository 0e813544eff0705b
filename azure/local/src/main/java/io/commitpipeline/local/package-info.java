/**
 * A small Azure on one machine, for tests and for running the pipeline.
 */
package io.commitpipeline.local;
