/**
 * What all pages share: how figures are written for people, and what a failure looks
 * like.
 */
package io.commitpipeline.admin.web;
