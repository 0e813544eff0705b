package io.commitpipeline.admin.archive;

import java.io.IOException;

import com.azure.core.exception.AzureException;
import io.commitpipeline.admin.web.CsvView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Shows one file: what the manifest says, its first rows, all of it as a download. Only
 * files that the manifest knows are there for anybody.
 */
@Controller
class FileController {

	private static final Logger logger = LoggerFactory.getLogger(FileController.class);

	private static final int ROWS = 50;

	private final ArchiveQueries queries;

	private final ArchiveLake lake;

	private final DuckDbLines lines;

	FileController(ArchiveQueries queries, ArchiveLake lake, DuckDbLines lines) {
		this.queries = queries;
		this.lake = lake;
		this.lines = lines;
	}

	@GetMapping("/archive/file")
	String file(@RequestParam("name") String name, Model model) {
		ArchiveFile file = find(name);
		model.addAttribute("file", file);
		model.addAttribute("query", this.lines.over(file));
		try {
			model.addAttribute("rows", ArchiveTables.rows(this.lake.rows(file, ROWS)));
		}
		catch (IOException | AzureException ex) {
			logger.warn("The first rows of {} are not shown", name, ex);
			model.addAttribute("problem", "The lake does not give this file, so its rows cannot be shown.");
		}
		return "archive/file";
	}

	@GetMapping("/archive/file.csv")
	View csv(@RequestParam("name") String name) throws IOException {
		return new CsvView("rows", ArchiveTables.rows(this.lake.rows(find(name), ROWS)));
	}

	@GetMapping("/archive/download")
	ResponseEntity<StreamingResponseBody> download(@RequestParam("name") String name) {
		ArchiveFile file = find(name);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.contentLength(file.bytes())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.shortName()).build().toString())
			.body((target) -> this.lake.copy(file, target));
	}

	private ArchiveFile find(String name) {
		return this.queries.file(name)
			.filter(ArchiveFile::isDone)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
