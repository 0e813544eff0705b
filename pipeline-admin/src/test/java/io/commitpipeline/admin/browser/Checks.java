package io.commitpipeline.admin.browser;

import java.util.ArrayList;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;

/**
 * What must be so on any page, and what is not.
 */
final class Checks {

	/** Of the screen, moved; what nobody sees. */
	private static final double MOST = 0.005;

	/** Once they have been drawn anew. */
	private static final String CHARTS_FIT = """
			() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(
				Array.from(document.querySelectorAll('.plot')).every(plot => plot.scrollWidth <= plot.clientWidth)))))
			""";

	private final List<String> problems = new ArrayList<>();

	private final Page page;

	private final boolean coloursOnly;

	Checks(Page page, boolean coloursOnly) {
		this.page = page;
		this.coloursOnly = coloursOnly;
		page.addInitScript("""
				window.jumps = 0;
				new PerformanceObserver(list => list.getEntries().forEach(entry => { window.jumps += entry.value; }))
					.observe({ type: 'layout-shift', buffered: true });
				""");
	}

	List<String> problems() {
		return this.problems;
	}

	void complain(String problem) {
		this.problems.add(problem);
	}

	/** Nothing moves while it loads. */
	void jumps(String name) {
		double jumps = ((Number) this.page.evaluate("window.jumps")).doubleValue();
		if (jumps > MOST) {
			complain(name + " jumps by " + jumps);
		}
	}

	void fits(String name, int width) {
		int needed = (int) this.page.evaluate("document.documentElement.scrollWidth");
		if (needed > width) {
			complain(name + " needs " + needed + " of " + width);
		}
		if (!(boolean) this.page.evaluate(CHARTS_FIT)) {
			complain(name + " cuts a chart at " + width);
		}
	}

	/**
	 * By axe's rules, without its way with frames, which takes twice as long; in the dark
	 * only the colours are others.
	 */
	void usable(String name) {
		AxeBuilder axe = new AxeBuilder(this.page).setLegacyMode(true);
		(this.coloursOnly ? axe.withRules(List.of("color-contrast")) : axe).analyze()
			.getViolations()
			.forEach((rule) -> complain(
					name + ": " + rule.getId() + ": " + rule.getNodes().stream().map(CheckedNode::getHtml).toList()));
	}

}
