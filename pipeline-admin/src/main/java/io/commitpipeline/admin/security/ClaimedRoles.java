package io.commitpipeline.admin.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import io.commitpipeline.admin.security.ConsoleProperties.Claims;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.stereotype.Component;

/**
 * Gives those who come from a provider the roles that their token claims. Who claims none
 * may log in and sees nothing.
 */
@Component
class ClaimedRoles implements GrantedAuthoritiesMapper {

	private final Claims claims;

	ClaimedRoles(ConsoleProperties console) {
		this.claims = console.claims();
	}

	@Override
	public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
		Set<GrantedAuthority> mapped = new HashSet<>();
		authorities.stream()
			.filter(OidcUserAuthority.class::isInstance)
			.map((authority) -> ((OidcUserAuthority) authority).getIdToken().getClaimAsStringList(this.claims.name()))
			.filter((values) -> values != null)
			.forEach((values) -> {
				grant(mapped, values.contains(this.claims.operator()), Role.OPERATOR);
				grant(mapped, values.contains(this.claims.viewer()), Role.VIEWER);
			});
		return mapped;
	}

	private static void grant(Set<GrantedAuthority> authorities, boolean claimed, Role role) {
		if (claimed) {
			authorities.add(new SimpleGrantedAuthority("ROLE_" + role));
		}
	}

}
