package io.commitpipeline.admin.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;

/**
 * What a browser has to say about the pages: errors, and things that the policy forbids.
 */
final class Complaints {

	private final List<String> all = new CopyOnWriteArrayList<>();

	private Complaints() {
	}

	static Complaints of(BrowserContext context) {
		Complaints complaints = new Complaints();
		context.onConsoleMessage((message) -> {
			if (message.type().equals("error")) {
				complaints.all.add(message.page().url() + ": " + message.text());
			}
		});
		context.onWebError((error) -> complaints.all.add(error.error()));
		return complaints;
	}

	List<String> all() {
		return this.all;
	}

}
