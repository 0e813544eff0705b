/**
 * PostgreSQL itself: how large it is, who is connected, what has been migrated.
 */
package io.commitpipeline.admin.database;
