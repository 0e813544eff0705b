/**
 * Runs the job and the apps of {@code azure/apps.yaml} as processes, and keeps them
 * running.
 */
package io.commitpipeline.local.containerapps;
