package io.commitpipeline.admin.security;

import java.util.List;
import java.util.stream.StreamSupport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The OpenID Connect providers that are configured, if any.
 */
@Component
class Providers {

	private final List<ClientRegistration> registrations;

	Providers(ObjectProvider<ClientRegistrationRepository> repository) {
		this.registrations = (repository.getIfAvailable() instanceof Iterable<?> all)
				? StreamSupport.stream(all.spliterator(), false).map(ClientRegistration.class::cast).toList()
				: List.of();
	}

	List<ClientRegistration> all() {
		return this.registrations;
	}

	boolean isEmpty() {
		return this.registrations.isEmpty();
	}

}
