package io.commitpipeline.admin.security;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/**
 * Tells the log why a provider did not let somebody in; the browser learns only that.
 */
class ProviderRefusal extends SimpleUrlAuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(ProviderRefusal.class);

	ProviderRefusal() {
		super("/login?refused");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException, ServletException {
		log.warn("Nobody was logged in by {}: {}", request.getRequestURI(), exception.getMessage());
		super.onAuthenticationFailure(request, response, exception);
	}

}
