package io.commitpipeline.admin.live;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Renders fragments of a template without a request, so that one rendering serves all.
 */
@Component
class FragmentRenderer {

	private final ITemplateEngine templates;

	FragmentRenderer(ITemplateEngine templates) {
		this.templates = templates;
	}

	Map<String, String> render(String template, List<String> fragments, Map<String, Object> model, ZoneId zone) {
		Context context = new Context(Locale.ENGLISH, model);
		context.setVariable("zone", zone);
		Map<String, String> rendered = new LinkedHashMap<>();
		fragments
			.forEach((name) -> rendered.put(name, this.templates.process(template, Set.of(name), context).strip()));
		return rendered;
	}

}
