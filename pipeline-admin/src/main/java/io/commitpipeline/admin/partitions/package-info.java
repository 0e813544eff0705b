/**
 * How each partition does on each path, what it lost, and which hubs it belonged to.
 */
package io.commitpipeline.admin.partitions;
