/**
 * The replay: how far it is, and the commands that an operator gives it.
 */
package io.commitpipeline.admin.replay;
