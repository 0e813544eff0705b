/**
 * Tells the database, for those who watch, what only this process knows of the hub.
 */
package io.commitpipeline.processor.status;
