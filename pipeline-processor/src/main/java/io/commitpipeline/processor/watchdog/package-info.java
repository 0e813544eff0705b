/**
 * Notices partitions that stand still although events wait, and does something about it.
 */
package io.commitpipeline.processor.watchdog;
