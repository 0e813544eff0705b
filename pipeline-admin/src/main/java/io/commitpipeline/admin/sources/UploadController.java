package io.commitpipeline.admin.sources;

import java.util.Map;
import java.util.Objects;

import com.azure.core.exception.AzureException;
import io.commitpipeline.admin.web.PageUrl;
import io.commitpipeline.admin.web.UploadedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes uploads. A file goes to the lake block by block while it comes.
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
	String upload(@RequestAttribute(name = UploadedFile.ATTRIBUTE, required = false) UploadedFile file,
			RedirectAttributes redirect) {
		if (file == null) {
			throw new UploadRefusedException("Choose a file first.");
		}
		String name = Objects.requireNonNullElse(StringUtils.getFilename(file.name()), "");
		this.uploads.take(name, file.content());
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
