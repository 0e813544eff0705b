package io.commitpipeline.admin.security;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves the login page.
 */
@Controller
class LoginController {

	private final ConsoleProperties console;

	private final Providers providers;

	LoginController(ConsoleProperties console, Providers providers) {
		this.console = console;
		this.providers = providers;
	}

	@GetMapping("/login")
	String login(Model model) {
		model.addAttribute("hasUsers", this.console.hasAccounts());
		model.addAttribute("providers", this.providers.all());
		return "login";
	}

}
