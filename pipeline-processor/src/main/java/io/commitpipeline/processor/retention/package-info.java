/**
 * Keeps the database of one size: deletes old metrics and quarantined events, and keeps
 * their totals.
 */
package io.commitpipeline.processor.retention;
