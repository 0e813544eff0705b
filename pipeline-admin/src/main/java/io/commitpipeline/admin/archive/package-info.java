/**
 * The files of the archive: which there are, what is in them, and how to ask them.
 */
package io.commitpipeline.admin.archive;
