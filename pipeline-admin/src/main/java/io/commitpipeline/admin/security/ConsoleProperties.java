package io.commitpipeline.admin.security;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Who may log in: users named here, or those of an OpenID Connect provider.
 *
 * @param username an operator, as deployments name one
 * @param password the operator's password: a hash, or what a platform keeps as a secret
 * @param users more users of the console's own
 * @param claims how a provider's claims become roles
 */
@Validated
@ConfigurationProperties("pipeline.console")
record ConsoleProperties(String username, String password, @Valid @DefaultValue List<Account> users,
		@Valid @DefaultValue Claims claims) {

	private static final String HASH = "\\{(bcrypt|pbkdf2@SpringSecurity_v5_8)}.+";

	@AssertTrue(message = "pipeline.console.username and pipeline.console.password must both be there, or neither")
	boolean isOperatorWhole() {
		return StringUtils.hasText(this.username) == StringUtils.hasText(this.password);
	}

	/**
	 * All users of the console's own, with their passwords as hashes.
	 * @param encoder hashes a password that is none
	 */
	List<Account> accounts(PasswordEncoder encoder) {
		List<Account> accounts = new ArrayList<>(this.users);
		if (StringUtils.hasText(this.username)) {
			String hash = this.password.matches(HASH) ? this.password : encoder.encode(this.password);
			accounts.add(new Account(this.username, hash, Role.OPERATOR));
		}
		return accounts;
	}

	boolean hasAccounts() {
		return !this.users.isEmpty() || StringUtils.hasText(this.username);
	}

	@Override
	public String toString() {
		return "ConsoleProperties[username=" + this.username + ", users=" + this.users + "]";
	}

	/**
	 * A user of the console's own.
	 *
	 * @param name by which they log in
	 * @param password its hash, with the kind in front
	 * @param role what they may do
	 */
	record Account(@NotBlank String name, @NotBlank @Pattern(regexp = "(" + HASH + ")?",
			message = "must be a hash as 'java -jar pipeline-admin.jar hash-password' prints it") String password,
			@NotNull @DefaultValue("OPERATOR") Role role) {

		@Override
		public String toString() {
			return "Account[name=" + this.name + ", role=" + this.role + "]";
		}

	}

	/**
	 * Which claim of a token names roles, and how it calls them.
	 *
	 * @param name the claim
	 * @param operator its value for operators
	 * @param viewer its value for viewers
	 */
	record Claims(@NotBlank @DefaultValue("roles") String name, @NotBlank @DefaultValue("operator") String operator,
			@NotBlank @DefaultValue("viewer") String viewer) {
	}

}
