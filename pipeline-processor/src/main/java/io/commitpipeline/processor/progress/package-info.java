/**
 * How far each path has come in each partition: the truth about where to go on.
 */
package io.commitpipeline.processor.progress;
