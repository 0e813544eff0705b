/**
 * Whether every event is accounted for, in figures and in one word.
 */
package io.commitpipeline.admin.completeness;
