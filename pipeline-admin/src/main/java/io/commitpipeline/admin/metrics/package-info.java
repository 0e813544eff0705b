/**
 * What the hot path has counted: over time, by author, by component.
 */
package io.commitpipeline.admin.metrics;
