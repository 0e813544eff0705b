/**
 * The replay's life: lease, commands, windows and progress, all of it in PostgreSQL.
 */
package io.commitpipeline.producer.replays;
