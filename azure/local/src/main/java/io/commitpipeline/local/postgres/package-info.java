/**
 * PostgreSQL on one machine: an embedded server that keeps its data between starts.
 */
package io.commitpipeline.local.postgres;
