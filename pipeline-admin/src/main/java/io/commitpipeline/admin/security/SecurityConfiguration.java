package io.commitpipeline.admin.security;

import java.util.Set;

import com.azure.core.credential.TokenCredential;

import io.commitpipeline.admin.sources.UploadProperties;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Health is open; to look wants the role viewer, to change anything the role operator:
 * what is not read by GET is for operators, without a mark of its own that could be
 * forgotten.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordHashes.encoder();
	}

	@Bean
	UserDetailsService users(ConsoleProperties console, Providers providers, PasswordEncoder encoder) {
		if (!console.hasAccounts() && providers.isEmpty()) {
			throw new IllegalStateException("Nobody could log in: set pipeline.console.username and "
					+ "pipeline.console.password, or configure OpenID Connect (spring.security.oauth2.client.registration)");
		}
		return new InMemoryUserDetailsManager(console.accounts(encoder)
			.stream()
			.map((user) -> User.withUsername(user.name()).password(user.password()).roles(user.role().name()).build())
			.toList());
	}

	@Bean
	RoleHierarchy roles() {
		return RoleHierarchyImpl.withDefaultRolePrefix().role(Role.OPERATOR.name()).implies(Role.VIEWER.name()).build();
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens(TokenCredential identity) {
		RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
		client.addParametersConverter(new FederatedCredential(identity));
		return client;
	}

	/**
	 * The ID token has all that is asked for: no second request for more about the user.
	 */
	@Bean
	OidcUserService providersUsers() {
		OidcUserService users = new OidcUserService();
		users.setRetrieveUserInfo((request) -> false);
		return users;
	}

	/**
	 * Scrapers have no session: metrics are read with HTTP basic authentication.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain actuator(HttpSecurity http, LoginThrottle throttle) throws Exception {
		return http.securityMatcher(EndpointRequest.toAnyEndpoint())
			.authorizeHttpRequests((requests) -> requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
				.permitAll()
				.anyRequest()
				.hasRole(Role.VIEWER.name()))
			.addFilterBefore(new ThrottleFilter(throttle), BasicAuthenticationFilter.class)
			.httpBasic(Customizer.withDefaults())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain console(HttpSecurity http, LoginThrottle throttle, Providers providers,
			UploadProperties uploads) throws Exception {
		if (!providers.isEmpty()) {
			http.oauth2Login(
					(login) -> login.loginPage("/login").defaultSuccessUrl("/").failureHandler(new ProviderRefusal()));
		}
		return http.addFilterBefore(new ThrottleFilter(throttle), UsernamePasswordAuthenticationFilter.class)
			.requestCache((cache) -> cache.requestCache(askedFor()))
			.addFilterBefore(new UploadGuard(uploads.maxSize()), CsrfFilter.class)
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/login", "/error", "/assets/**", "/webjars/**", "/favicon.ico")
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.hasRole(Role.VIEWER.name())
				.requestMatchers(HttpMethod.HEAD)
				.hasRole(Role.VIEWER.name())
				.requestMatchers(HttpMethod.POST, "/preferences")
				.hasRole(Role.VIEWER.name())
				.anyRequest()
				.hasRole(Role.OPERATOR.name()))
			.formLogin((login) -> login.loginPage("/login").defaultSuccessUrl("/"))
			.logout((logout) -> logout.logoutSuccessUrl("/login?logout"))
			.exceptionHandling((exceptions) -> exceptions
				.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
						PathPatternRequestMatcher.withDefaults().matcher("/live/*"))
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
						AnyRequestMatcher.INSTANCE))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(
						(permissions) -> permissions.policy("camera=(), geolocation=(), microphone=()")))
			.build();
	}

	/**
	 * A link that was shared leads to its page after the login too, with nothing added to
	 * its address.
	 */
	private static RequestCache askedFor() {
		MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
		pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setRequestMatcher((request) -> "GET".equals(request.getMethod()) && pages.matches(request));
		cache.setMatchingRequestParameterName(null);
		return cache;
	}

}
