/**
 * The producer application.
 */
package io.commitpipeline.producer;
