package io.commitpipeline.admin.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

import com.azure.core.exception.AzureException;
import io.commitpipeline.admin.web.PageUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes uploads. The container keeps a file on disk until all of it is there, and then it
 * goes to the lake block by block.
 */
@Controller
class UploadController {

	private static final Logger logger = LoggerFactory.getLogger(UploadController.class);

	private static final PageUrl PAGE = new PageUrl("/replay", Map.of());

	private final Uploads uploads;

	UploadController(Uploads uploads) {
		this.uploads = uploads;
	}

	@PostMapping("/sources")
	String upload(@RequestParam("file") MultipartFile file, RedirectAttributes redirect) throws IOException {
		String name = Objects.requireNonNullElse(StringUtils.getFilename(file.getOriginalFilename()), "");
		try (InputStream content = file.getInputStream()) {
			this.uploads.take(name, content);
		}
		redirect.addFlashAttribute("notice", name + " is in the lake. The producer reads it within seconds.");
		return "redirect:" + PAGE.with("source", name) + "#chosen";
	}

	@ExceptionHandler
	String refused(UploadRefusedException ex, RedirectAttributes redirect) {
		redirect.addFlashAttribute("problem", ex.getMessage());
		return "redirect:/replay";
	}

	@ExceptionHandler
	String lakeAway(AzureException ex, RedirectAttributes redirect) {
		logger.error("The lake did not take an upload", ex);
		redirect.addFlashAttribute("problem",
				"The lake did not take the file. Nothing of it is left there: try again.");
		return "redirect:/replay";
	}

}
