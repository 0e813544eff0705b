package io.commitpipeline.admin.quarantine;

import java.security.Principal;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes decisions.
 */
@Controller
class SettlementController {

	private static final String QUARANTINE = "redirect:/quarantine";

	private final Settlements settlements;

	SettlementController(Settlements settlements) {
		this.settlements = settlements;
	}

	@PostMapping("/quarantine/settlements")
	String decide(@Valid @ModelAttribute Decision decision, BindingResult result, Principal operator,
			RedirectAttributes redirect) {
		if (result.hasErrors()) {
			redirect.addFlashAttribute("problem", sentence(result.getFieldErrors().get(0)));
			return QUARANTINE;
		}
		this.settlements.ask(decision, operator.getName());
		redirect.addFlashAttribute("notice",
				"Asked to " + ("redrive".equals(decision.action()) ? "re-drive " : "discard ") + decision.subject()
						+ ". The processor carries it out; its result is shown below.");
		return QUARANTINE;
	}

	private static String sentence(FieldError error) {
		return (error.isBindingFailure() ? "Not understood: " + error.getField() : error.getDefaultMessage()) + ".";
	}

}
