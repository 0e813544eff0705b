package io.commitpipeline.admin.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address of a page: it holds all that the page shows, so that a link shared shows
 * the same.
 *
 * @param path the path
 * @param parameters the first value of each parameter that has one
 */
public record PageUrl(String path, Map<String, String> parameters) {

	public PageUrl {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	static PageUrl of(String path, Map<String, String[]> parameters) {
		Map<String, String> first = new LinkedHashMap<>();
		parameters.forEach((name, values) -> {
			if (values.length > 0 && !values[0].isBlank()) {
				first.put(name, values[0].strip());
			}
		});
		return new PageUrl(path, first);
	}

	/**
	 * A parameter's value.
	 * @param name the parameter
	 * @return the value, null without one
	 */
	public String parameter(String name) {
		return this.parameters.get(name);
	}

	/**
	 * The same page with something else in it.
	 * @param name the parameter that changes
	 * @param value its value, null or empty to leave it out
	 */
	public PageUrl with(String name, Object value) {
		Map<String, String> changed = new LinkedHashMap<>(this.parameters);
		changed.remove(name);
		if (value != null && !value.toString().isEmpty()) {
			changed.put(name, value.toString());
		}
		return new PageUrl(this.path, changed);
	}

	/**
	 * The same choices on another page.
	 */
	public PageUrl at(String path) {
		return new PageUrl(path, this.parameters);
	}

	/**
	 * The same page with one parameter at most.
	 */
	public PageUrl only(String name) {
		String value = parameter(name);
		return new PageUrl(this.path, (value != null) ? Map.of(name, value) : Map.of());
	}

	@Override
	public String toString() {
		UriComponentsBuilder builder = UriComponentsBuilder.fromPath(this.path);
		this.parameters.forEach((name, value) -> builder.queryParam(name, "{" + name + "}"));
		return builder.encode().buildAndExpand(this.parameters).toUriString();
	}

}
