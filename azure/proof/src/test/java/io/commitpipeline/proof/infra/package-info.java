/**
 * What brings the pipeline to Azure, checked without Azure: the templates, the scripts
 * and the images.
 */
package io.commitpipeline.proof.infra;
