/**
 * Files as the other packages need them: private, whole, locked.
 */
package io.commitpipeline.local.files;
