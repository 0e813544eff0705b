package io.commitpipeline.admin.quarantine;

import java.util.Set;
import java.util.UUID;

import io.commitpipeline.admin.web.CsvView;
import io.commitpipeline.admin.web.Listing;
import io.commitpipeline.admin.web.PageUrl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/**
 * Shows what is in quarantine: reasons, events, the bytes of one.
 */
@Controller
class QuarantineController {

	private static final int DECISIONS = 20;

	private final QuarantineQueries queries;

	private final Settlements settlements;

	QuarantineController(QuarantineQueries queries, Settlements settlements) {
		this.queries = queries;
		this.settlements = settlements;
	}

	@GetMapping("/quarantine")
	String quarantine(Model model) {
		model.addAttribute("groups", QuarantineTables.groups(this.queries.groups()));
		model.addAttribute("settlements", QuarantineTables.settlements(this.settlements.latest(DECISIONS)));
		model.addAttribute("id", UUID.randomUUID());
		return "quarantine/page";
	}

	@GetMapping("/quarantine/events")
	String events(PageUrl url, @RequestParam("group") String group, Model model) {
		Listing listing = Listing.of(url, "event", Set.of("event"));
		long total = this.queries.groups()
			.stream()
			.filter((each) -> each.reason().equals(group))
			.mapToLong((each) -> each.open() + each.discarded())
			.sum();
		model.addAttribute("group", group);
		model.addAttribute("table", QuarantineTables.events(this.queries.events(group, listing), listing, total));
		model.addAttribute("csv", url.at("/quarantine/events.csv"));
		model.addAttribute("id", UUID.randomUUID());
		return "quarantine/events";
	}

	@GetMapping("/quarantine/event")
	String event(EventKey key, Model model) {
		model.addAttribute("key", key);
		model.addAttribute("event",
				this.queries.event(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		model.addAttribute("id", UUID.randomUUID());
		return "quarantine/event";
	}

	@GetMapping("/quarantine/event/body")
	ResponseEntity<byte[]> body(EventKey key) {
		byte[] body = this.queries.body(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String name = "event-%d-%d-%d.bin".formatted(key.incarnation(), key.partition(), key.sequence());
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(body);
	}

	@GetMapping("/quarantine.csv")
	View csv() {
		return new CsvView("quarantine", QuarantineTables.groups(this.queries.groups()));
	}

	@GetMapping("/quarantine/events.csv")
	View eventsCsv(PageUrl url, @RequestParam("group") String group) {
		Listing listing = Listing.of(url, "event", Set.of("event")).export();
		return new CsvView("quarantined-events",
				QuarantineTables.events(this.queries.events(group, listing), listing, 0));
	}

	@GetMapping("/quarantine/settlements.csv")
	View settlementsCsv() {
		return new CsvView("decisions", QuarantineTables.settlements(this.settlements.latest(100_000)));
	}

}
