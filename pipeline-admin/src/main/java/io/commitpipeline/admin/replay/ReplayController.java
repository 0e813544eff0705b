package io.commitpipeline.admin.replay;

import java.security.Principal;
import java.util.Objects;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes the operator's commands. A form says by an identifier of its own what is not to
 * be done twice, and in {@code back} which page it is on.
 */
@Controller
@RequestMapping("/replays")
class ReplayController {

	private final ReplayCommands commands;

	ReplayController(ReplayCommands commands) {
		this.commands = commands;
	}

	@ModelAttribute(name = "order", binding = false)
	Order order(@RequestParam("form") UUID form, Principal operator) {
		return new Order(form, operator.getName());
	}

	@PostMapping
	String start(@ModelAttribute("order") Order order, @RequestParam("source") String source,
			@RequestParam(name = "rowOrder", defaultValue = "time") String rowOrder,
			@RequestParam(name = "pace", defaultValue = "max") String pace,
			@RequestParam(name = "rate", required = false) Integer rate,
			@RequestParam(name = "minutes", required = false) Integer minutes,
			@RequestParam(name = "from", required = false) String from,
			@RequestParam(name = "to", required = false) String to,
			@RequestParam(name = "loop", defaultValue = "false") boolean loop, HttpServletRequest request) {
		this.commands.start(new NewReplay(order.form(), source.strip(), rowOrder, Pace.of(pace, rate, minutes),
				Spot.of(from), Spot.of(to), loop), order.operator());
		return back(request);
	}

	@PostMapping("/{replay}/resume")
	String resume(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			HttpServletRequest request) {
		this.commands.resume(replay, order);
		return back(request);
	}

	@PostMapping("/{replay}/pause")
	String pause(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			HttpServletRequest request) {
		this.commands.pause(replay, order);
		return back(request);
	}

	@PostMapping("/{replay}/stop")
	String stop(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order, HttpServletRequest request) {
		this.commands.stop(replay, order);
		return back(request);
	}

	@PostMapping("/{replay}/restart")
	String restart(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			HttpServletRequest request) {
		this.commands.restart(replay, order);
		return back(request);
	}

	@PostMapping("/{replay}/again")
	String again(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			HttpServletRequest request) {
		this.commands.again(replay, order);
		return back(request);
	}

	@PostMapping("/{replay}/seek")
	String seek(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			@RequestParam("target") String target, HttpServletRequest request) {
		this.commands.seek(replay, Spot.required(target), order);
		return back(request);
	}

	@PostMapping("/{replay}/step")
	String step(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			@RequestParam("rows") int rows, HttpServletRequest request) {
		if (rows < 1) {
			throw new RefusedException("A step has at least one row.");
		}
		this.commands.step(replay, rows, order);
		return back(request);
	}

	@PostMapping("/{replay}/pace")
	String pace(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			@RequestParam("pace") String pace, @RequestParam(name = "rate", required = false) Integer rate,
			@RequestParam(name = "minutes", required = false) Integer minutes, HttpServletRequest request) {
		this.commands.pace(replay, Pace.of(pace, rate, minutes), order);
		return back(request);
	}

	@PostMapping("/{replay}/loop")
	String loop(@PathVariable("replay") UUID replay, @ModelAttribute("order") Order order,
			@RequestParam(name = "on", defaultValue = "false") boolean on, HttpServletRequest request) {
		this.commands.loop(replay, on, order);
		return back(request);
	}

	@ExceptionHandler
	String refused(RefusedException ex, HttpServletRequest request, RedirectAttributes redirect) {
		redirect.addFlashAttribute("problem", ex.getMessage());
		return back(request);
	}

	@ExceptionHandler
	String notANumber(MethodArgumentTypeMismatchException ex, HttpServletRequest request, RedirectAttributes redirect) {
		if (Objects.equals(ex.getRequiredType(), UUID.class)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, ex);
		}
		redirect.addFlashAttribute("problem", "Not a number: " + ex.getName() + ".");
		return back(request);
	}

	private static String back(HttpServletRequest request) {
		return "/".equals(request.getParameter("back")) ? "redirect:/" : "redirect:/replay";
	}

}
