/**
 * When the next row is due.
 */
package io.commitpipeline.producer.pacing;
