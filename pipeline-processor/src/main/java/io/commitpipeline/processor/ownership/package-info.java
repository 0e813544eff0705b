/**
 * Which partitions this process reads at the moment, for which path.
 */
package io.commitpipeline.processor.ownership;
