package io.commitpipeline.admin.security;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Says who the console is by a token of its Azure identity instead of a secret, to
 * providers that are registered with {@code private_key_jwt}.
 */
class FederatedCredential implements Converter<OAuth2AuthorizationCodeGrantRequest, MultiValueMap<String, String>> {

	private static final Logger log = LoggerFactory.getLogger(FederatedCredential.class);

	/** Whom Entra ID wants such a token to be for. */
	private static final String AUDIENCE = "api://AzureADTokenExchange/.default";

	private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private final TokenCredential identity;

	FederatedCredential(TokenCredential identity) {
		this.identity = identity;
	}

	@Override
	public MultiValueMap<String, String> convert(OAuth2AuthorizationCodeGrantRequest request) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		if (request.getClientRegistration()
			.getClientAuthenticationMethod()
			.equals(ClientAuthenticationMethod.PRIVATE_KEY_JWT)) {
			parameters.add(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE, ASSERTION_TYPE);
			parameters.add(OAuth2ParameterNames.CLIENT_ASSERTION, token());
		}
		return parameters;
	}

	private String token() {
		try {
			return this.identity.getTokenSync(new TokenRequestContext().addScopes(AUDIENCE)).getToken();
		}
		catch (RuntimeException ex) {
			String problem = "The console's Azure identity got no token for " + AUDIENCE
					+ ": nobody can log in with it";
			log.error(problem, ex);
			throw new OAuth2AuthorizationException(new OAuth2Error("client_assertion", problem, null), ex);
		}
	}

}
