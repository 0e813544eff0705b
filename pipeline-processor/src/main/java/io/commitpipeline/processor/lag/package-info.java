/**
 * How far the paths are behind the hub.
 */
package io.commitpipeline.processor.lag;
