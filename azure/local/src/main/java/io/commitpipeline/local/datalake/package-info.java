/**
 * A stand-in for a Data Lake Storage Gen2 account: one store of plain files, served as
 * Data Lake and as Blob.
 */
package io.commitpipeline.local.datalake;
