package io.commitpipeline.admin.sources;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * An upload that was refused is not read once more, and refused once more, for the page
 * that says so.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

	@Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
	StandardServletMultipartResolver multipartResolver() {
		return new StandardServletMultipartResolver() {

			@Override
			public boolean isMultipart(HttpServletRequest request) {
				return request.getDispatcherType() == DispatcherType.REQUEST && super.isMultipart(request);
			}

		};
	}

}
