/**
 * What all pages share: where they are, how their address holds what they show, tables
 * and their CSV, how figures are written for people, and what a failure looks like.
 */
package io.commitpipeline.admin.web;
