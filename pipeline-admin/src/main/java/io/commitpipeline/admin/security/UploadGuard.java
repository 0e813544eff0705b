package io.commitpipeline.admin.security;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.fileupload2.core.FileUploadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses uploads before a byte of them is read, and hands the others on as a stream:
 * looking for the form's token would make the container keep all of it on disk.
 */
class UploadGuard extends OncePerRequestFilter {

	/** For what surrounds the file. */
	private static final DataSize FORM = DataSize.ofKilobytes(64);

	private static final Logger logger = LoggerFactory.getLogger(UploadGuard.class);

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
		else if (request.getContentLengthLong() < 0) {
			response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
		}
		else if (request.getContentLengthLong() > this.most) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else {
			chain.doFilter(streamed(request), response);
		}
	}

	/** A form that cannot be read has no token either. */
	private static HttpServletRequest streamed(HttpServletRequest request) throws IOException {
		try {
			return StreamedForm.of(request);
		}
		catch (FileUploadException ex) {
			logger.warn("A form with a file breaks off before the file: {}", ex.getMessage());
			return request;
		}
	}

	private static boolean isOperator(Authentication authentication) {
		return authentication != null
				&& AuthorityUtils.authorityListToSet(authentication.getAuthorities()).contains("ROLE_" + Role.OPERATOR);
	}

}
