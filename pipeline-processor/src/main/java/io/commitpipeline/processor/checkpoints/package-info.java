/**
 * Where partitions are owned and where reading starts: ownership and copies of the
 * progress in Blob storage, the truth from the progress rows.
 */
package io.commitpipeline.processor.checkpoints;
