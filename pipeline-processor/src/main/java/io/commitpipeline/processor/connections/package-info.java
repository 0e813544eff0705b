/**
 * The connections to PostgreSQL: a bounded number for each path, and some for questions.
 */
package io.commitpipeline.processor.connections;
