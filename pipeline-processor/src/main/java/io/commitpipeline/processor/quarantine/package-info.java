/**
 * Keeps events that can never be counted, with their original bytes and the reason.
 */
package io.commitpipeline.processor.quarantine;
