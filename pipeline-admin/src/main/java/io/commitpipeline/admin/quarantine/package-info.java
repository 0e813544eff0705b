/**
 * Events that could not be counted: what they hold, why, and what operators decide about
 * them.
 */
package io.commitpipeline.admin.quarantine;
