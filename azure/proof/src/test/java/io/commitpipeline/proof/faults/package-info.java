/**
 * Breaks the packaged applications in every way that the delivery contract speaks of, and
 * looks for lost and doubled events.
 */
package io.commitpipeline.proof.faults;
