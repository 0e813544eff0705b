/**
 * Brings the parts together: what starts in which order, what is watched, what stops.
 */
package io.commitpipeline.local.run;
