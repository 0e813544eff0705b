/**
 * The Blob view of the store: containers and block blobs, with XML answers.
 */
package io.commitpipeline.local.datalake.blob;
