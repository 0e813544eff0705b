/**
 * Answers whether everything that was sent is counted and archived.
 */
package io.commitpipeline.local.verify;
