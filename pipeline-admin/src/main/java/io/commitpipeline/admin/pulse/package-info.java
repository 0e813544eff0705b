/**
 * How fast events go through the pipeline, how long they take and how many wait: now and
 * of late, as the processor tells.
 */
package io.commitpipeline.admin.pulse;
