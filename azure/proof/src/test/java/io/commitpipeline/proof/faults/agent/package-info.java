/**
 * Works inside the applications under test: stops them at named points and plants defects
 * in them.
 */
package io.commitpipeline.proof.faults.agent;
