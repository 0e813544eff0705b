/**
 * Who may use what: keys, the tokens signed with them, and what a connection holds.
 */
package io.commitpipeline.local.eventhubs.access;
