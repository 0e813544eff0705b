/**
 * The data lake, seen by the SDKs' own clients.
 */
package io.commitpipeline.local.datalake;
