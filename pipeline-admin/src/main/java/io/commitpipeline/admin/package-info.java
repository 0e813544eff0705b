/**
 * The console: shows what the pipeline has done and controls the replay.
 */
package io.commitpipeline.admin;
