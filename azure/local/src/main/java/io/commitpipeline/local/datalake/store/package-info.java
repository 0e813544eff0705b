/**
 * The files of an account on disk, with their versions, properties and uncommitted parts;
 * knows nothing of HTTP.
 */
package io.commitpipeline.local.datalake.store;
