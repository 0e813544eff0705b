/**
 * The console as a person meets it, in a real browser.
 */
package io.commitpipeline.admin.browser;
