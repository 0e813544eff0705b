/**
 * Keeps account of what operators do.
 */
package io.commitpipeline.admin.audit;
