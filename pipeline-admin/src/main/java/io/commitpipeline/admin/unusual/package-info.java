/**
 * Shows which authors are unlike the others, and why.
 */
package io.commitpipeline.admin.unusual;
