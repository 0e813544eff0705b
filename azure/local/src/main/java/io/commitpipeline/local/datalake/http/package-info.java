/**
 * What the Data Lake and the Blob view share: requests, replies, shared keys, conditions
 * and errors.
 */
package io.commitpipeline.local.datalake.http;
