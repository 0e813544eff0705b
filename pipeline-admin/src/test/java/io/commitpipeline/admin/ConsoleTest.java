package io.commitpipeline.admin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.commitpipeline.local.junit.LocalAzureTest;
import org.springframework.test.context.TestPropertySource;

/**
 * A console on an Azure of the test class's own, with an {@code operator} and a
 * {@code viewer}, whose password is {@code open sesame}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@LocalAzureTest
@TestPropertySource("/console.properties")
public @interface ConsoleTest {

}
