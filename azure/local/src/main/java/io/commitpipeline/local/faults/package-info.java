/**
 * Faults that the stand-ins are told to show: until they are used up or lifted.
 */
package io.commitpipeline.local.faults;
