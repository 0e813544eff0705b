/**
 * The schema of the pipeline: its migrations and what an application asks of them.
 */
package io.commitpipeline.db;
