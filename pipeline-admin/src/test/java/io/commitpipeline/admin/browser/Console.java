package io.commitpipeline.admin.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/**
 * A tab with the console in it.
 */
final class Console {

	private Console() {
	}

	static Page logIn(BrowserContext context, int port) {
		Page page = context.newPage();
		page.navigate("http://127.0.0.1:" + port + "/");
		page.getByLabel("Name").fill("operator");
		page.getByLabel("Password").fill("open sesame");
		page.locator("#login button").click();
		page.waitForURL("**/");
		return page;
	}

}
