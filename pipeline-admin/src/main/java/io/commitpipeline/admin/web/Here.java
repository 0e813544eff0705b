package io.commitpipeline.admin.web;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.thymeleaf.web.IWebRequest;

/**
 * Where the reader is, and how they want to see it: {@code #here} in templates.
 */
public final class Here {

	private final IWebRequest request;

	Here(IWebRequest request) {
		this.request = request;
	}

	public PageUrl url() {
		return PageUrl.of(this.request.getPathWithinApplication(), this.request.getParameterMap());
	}

	/**
	 * The zone of the address, else the one chosen last.
	 */
	public ZoneId zone() {
		String shared = url().parameter("zone");
		return Zones.of((shared != null) ? shared : cookie("zone"));
	}

	public List<String> zones() {
		return Stream.concat(Zones.CHOICES.stream(), Stream.of(zone().getId())).distinct().toList();
	}

	/**
	 * The theme chosen.
	 * @return light or dark, null for the system's own
	 */
	public String theme() {
		String theme = cookie("theme");
		return ("light".equals(theme) || "dark".equals(theme)) ? theme : null;
	}

	public List<Place> places() {
		return List.of(Place.values());
	}

	public boolean isAt(Place place) {
		return place.holds(url().path());
	}

	/**
	 * Where a page is, with what the address wants of every page.
	 */
	public PageUrl to(Place place) {
		return url().only("zone").at(place.path());
	}

	private String cookie(String name) {
		String[] values = this.request.getCookieValues(name);
		return (values != null && values.length > 0) ? values[0] : null;
	}

}
