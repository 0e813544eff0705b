/**
 * Rows on their way to the hub until each of them is accepted.
 */
package io.commitpipeline.producer.sending;
