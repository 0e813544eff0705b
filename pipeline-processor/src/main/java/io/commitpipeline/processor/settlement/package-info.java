/**
 * Carries out what operators decide about quarantined events.
 */
package io.commitpipeline.processor.settlement;
