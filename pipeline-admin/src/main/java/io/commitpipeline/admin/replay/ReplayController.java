package io.commitpipeline.admin.replay;

import java.security.Principal;
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

	@PostMapping(path = "/command", params = "resume")
	String resume(@RequestParam("resume") UUID replay, @RequestParam("form") UUID form, Principal operator,
			RedirectAttributes redirect) {
		return obeyed(() -> this.commands.resume(replay, new Order(form, operator.getName())), redirect);
	}

	@PostMapping(path = "/command", params = "pause")
	String pause(@RequestParam("pause") UUID replay, @RequestParam("form") UUID form, Principal operator,
			RedirectAttributes redirect) {
		return obeyed(() -> this.commands.pause(replay, new Order(form, operator.getName())), redirect);
	}

	@PostMapping(path = "/command", params = "stop")
	String stop(@RequestParam("stop") UUID replay, @RequestParam("form") UUID form, Principal operator,
			RedirectAttributes redirect) {
		return obeyed(() -> this.commands.stop(replay, new Order(form, operator.getName())), redirect);
	}

	@PostMapping(path = "/command", params = "again")
	String again(@RequestParam("again") UUID replay, @RequestParam("form") UUID form, Principal operator,
			RedirectAttributes redirect) {
		return obeyed(() -> this.commands.again(replay, new Order(form, operator.getName())), redirect);
	}

	@PostMapping
	String create(@Valid @ModelAttribute NewReplay replay, BindingResult result, Principal operator,
			RedirectAttributes redirect) {
		if (result.hasErrors()) {
			redirect.addFlashAttribute("problem", sentence(result.getFieldErrors().get(0)));
			return OVERVIEW;
		}
		return obeyed(() -> {
			this.commands.create(replay, new Order(replay.id(), operator.getName()));
			redirect.addFlashAttribute("notice", "Asked for a replay of " + replay.source() + ".");
		}, redirect);
	}

	private static String obeyed(Runnable command, RedirectAttributes redirect) {
		try {
			command.run();
		}
		catch (RefusedException ex) {
			redirect.addFlashAttribute("problem", ex.getMessage());
		}
		return OVERVIEW;
	}

	private static String sentence(FieldError error) {
		return (error.isBindingFailure() ? "Not understood: " + error.getField() : error.getDefaultMessage()) + ".";
	}

}
