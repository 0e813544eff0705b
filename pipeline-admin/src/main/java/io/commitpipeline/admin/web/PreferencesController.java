package io.commitpipeline.admin.web;

import java.net.URI;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Remembers, in the reader's browser, the theme and the time zone they chose.
 */
@Controller
class PreferencesController {

	@PostMapping(path = "/preferences", params = "theme")
	RedirectView theme(@RequestParam("theme") String theme,
			@RequestHeader(name = HttpHeaders.REFERER, required = false) URI from, HttpServletRequest request,
			HttpServletResponse response) {
		String value = ("light".equals(theme) || "dark".equals(theme)) ? theme : "";
		response.addHeader(HttpHeaders.SET_COOKIE, cookie("theme", value, request));
		return new RedirectView(back(from).build().toUriString());
	}

	@PostMapping(path = "/preferences", params = "zone")
	RedirectView zone(@RequestParam("zone") String zone,
			@RequestHeader(name = HttpHeaders.REFERER, required = false) URI from, HttpServletRequest request,
			HttpServletResponse response) {
		String id = Zones.of(zone).getId();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie("zone", id, request));
		return new RedirectView(back(from).replaceQueryParam("zone", id).build().toUriString());
	}

	/** Only the path: who names another host does not lead there. */
	private static UriComponentsBuilder back(URI from) {
		String path = (from != null && from.getRawPath() != null) ? from.getRawPath() : "";
		return UriComponentsBuilder.fromPath("/" + path.replaceFirst("^[/\\\\]+", ""))
			.query((from != null) ? from.getRawQuery() : null);
	}

	private static String cookie(String name, String value, HttpServletRequest request) {
		return ResponseCookie.from(name, value)
			.path("/")
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofDays(365))
			.build()
			.toString();
	}

}
