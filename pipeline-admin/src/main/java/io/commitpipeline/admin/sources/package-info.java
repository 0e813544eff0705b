/**
 * The commit logs in the lake: what is there, and uploads of new ones.
 */
package io.commitpipeline.admin.sources;
