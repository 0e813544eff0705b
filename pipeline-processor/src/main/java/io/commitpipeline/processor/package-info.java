/**
 * The processor application.
 */
package io.commitpipeline.processor;
