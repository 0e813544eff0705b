package io.commitpipeline.admin.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who may log in. There is no default: without both the console does not start.
 *
 * @param username the operator's name
 * @param password the operator's password
 */
@Validated
@ConfigurationProperties("pipeline.console")
record ConsoleProperties(@NotBlank String username, @NotBlank String password) {

	@Override
	public String toString() {
		return "ConsoleProperties[username=" + this.username + "]";
	}

}
