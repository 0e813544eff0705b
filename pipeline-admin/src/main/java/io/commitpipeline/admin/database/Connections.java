package io.commitpipeline.admin.database;

/**
 * Connections of one user in one state.
 */
record Connections(String application, String username, String state, long connections) {
}
