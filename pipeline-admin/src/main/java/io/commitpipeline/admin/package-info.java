/**
 * The admin application.
 */
package io.commitpipeline.admin;
