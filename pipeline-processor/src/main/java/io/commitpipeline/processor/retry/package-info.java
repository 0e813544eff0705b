/**
 * Trying again in place, for as long as it takes, until shutdown.
 */
package io.commitpipeline.processor.retry;
