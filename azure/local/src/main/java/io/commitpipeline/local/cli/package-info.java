/**
 * The command line: an interface that scripts depend on.
 */
package io.commitpipeline.local.cli;
