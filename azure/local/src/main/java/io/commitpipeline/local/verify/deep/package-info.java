/**
 * Recomputes from the archive what the database claims, by rules of its own: nothing here
 * is shared with the processor.
 */
package io.commitpipeline.local.verify.deep;
