package io.commitpipeline.admin.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses uploads before a byte of them is kept: looking for the form's token already
 * makes the container read all of it.
 */
class UploadGuard extends OncePerRequestFilter {

	/** For what surrounds the file. */
	private static final DataSize FORM = DataSize.ofKilobytes(64);

	private final long most;

	UploadGuard(DataSize largestFile) {
		this.most = largestFile.toBytes() + FORM.toBytes();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isOperator(SecurityContextHolder.getContext().getAuthentication())) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
		else if (request.getContentLengthLong() > this.most) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isOperator(Authentication authentication) {
		return authentication != null
				&& AuthorityUtils.authorityListToSet(authentication.getAuthorities()).contains("ROLE_" + Role.OPERATOR);
	}

}
