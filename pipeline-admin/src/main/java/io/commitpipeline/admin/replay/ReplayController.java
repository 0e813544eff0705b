package io.commitpipeline.admin.replay;

import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes the operator's commands; the pressed button is a parameter that names the replay.
 */
@Controller
@RequestMapping("/replays")
class ReplayController {

	private static final String OVERVIEW = "redirect:/";

	private final ReplayCommands commands;

	ReplayController(ReplayCommands commands) {
		this.commands = commands;
	}

	@PostMapping(path = "/command", params = "start")
	String start(@RequestParam("start") UUID replay) {
		this.commands.start(replay);
		return OVERVIEW;
	}

	@PostMapping(path = "/command", params = "stop")
	String stop(@RequestParam("stop") UUID replay) {
		this.commands.stop(replay);
		return OVERVIEW;
	}

	@PostMapping(path = "/command", params = "again")
	String again(@RequestParam("again") UUID replay) {
		this.commands.again(replay);
		return OVERVIEW;
	}

	@PostMapping
	String create(@Valid @ModelAttribute NewReplay replay, BindingResult result, RedirectAttributes redirect) {
		if (result.hasErrors()) {
			redirect.addFlashAttribute("problem", sentence(result.getFieldErrors().get(0)));
			return OVERVIEW;
		}
		this.commands.create(replay);
		redirect.addFlashAttribute("notice", "Asked for a replay of " + replay.source() + ".");
		return OVERVIEW;
	}

	private static String sentence(FieldError error) {
		return (error.isBindingFailure() ? "Not understood: " + error.getField() : error.getDefaultMessage()) + ".";
	}

}
