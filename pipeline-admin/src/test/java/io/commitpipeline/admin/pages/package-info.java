/**
 * All pages at once: what they say, what they weigh, how long they take.
 */
package io.commitpipeline.admin.pages;
