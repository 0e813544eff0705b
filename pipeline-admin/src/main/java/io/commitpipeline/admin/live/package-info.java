/**
 * Pages that keep themselves up to date: read and rendered once a tick, however many
 * browsers watch.
 */
package io.commitpipeline.admin.live;
