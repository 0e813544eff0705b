/**
 * What the hub says about itself and its partitions.
 */
package io.commitpipeline.processor.hub;
