/**
 * The Data Lake, as the console reaches it.
 */
package io.commitpipeline.admin.lake;
