package io.commitpipeline.admin.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one browser to all tests of the process.
 */
final class OneBrowser implements BeforeAllCallback, ParameterResolver {

	@Override
	public void beforeAll(ExtensionContext context) {
		browsers(context);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Browser.class;
	}

	@Override
	public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return browsers(context).browser();
	}

	/** Kept at the root, which is closed when all tests are over. */
	private static Browsers browsers(ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(OneBrowser.class))
			.getOrComputeIfAbsent("browser", (key) -> new Kept(Browsers.open()), Kept.class)
			.browsers();
	}

	private record Kept(Browsers browsers) implements CloseableResource {

		@Override
		public void close() {
			this.browsers.close();
		}

	}

}
