/**
 * The first page: is anything missing, what goes on, who does most.
 */
package io.commitpipeline.admin.overview;
