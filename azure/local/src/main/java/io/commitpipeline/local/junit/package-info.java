/**
 * A small Azure for each test class, with JUnit Jupiter alone or with Spring's tests.
 */
package io.commitpipeline.local.junit;
