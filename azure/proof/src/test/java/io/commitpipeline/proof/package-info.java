/**
 * Shows that the packaged applications keep their promises, seen from outside.
 */
package io.commitpipeline.proof;
