/**
 * The commit: how a commit log says it, what makes it valid, and the event it becomes.
 */
package io.commitpipeline.producer.commits;
