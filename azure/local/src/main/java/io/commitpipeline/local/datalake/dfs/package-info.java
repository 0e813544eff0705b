/**
 * The Data Lake view of the store: file systems, directories and files, with JSON
 * answers.
 */
package io.commitpipeline.local.datalake.dfs;
