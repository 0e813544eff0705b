/**
 * Who may see the console, and what a browser may do with it.
 */
package io.commitpipeline.admin.security;
