package io.commitpipeline.admin.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Says so when the database does not answer.
 */
@ControllerAdvice
class DatabaseAwayAdvice {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseAwayAdvice.class);

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	String databaseAway(RuntimeException ex, Model model) {
		logger.error("The database did not answer", ex);
		model.addAttribute("status", HttpStatus.SERVICE_UNAVAILABLE.value());
		model.addAttribute("sentence", "The database does not answer. The pipeline may go on without this console.");
		return "error";
	}

}
