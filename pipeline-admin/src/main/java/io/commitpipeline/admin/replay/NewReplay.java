package io.commitpipeline.admin.replay;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/**
 * A replay as an operator asks for it.
 *
 * @param id chosen by the form, so that a double click asks once
 * @param source path of the commit log
 * @param rowOrder whether rows go by time or as in the file
 * @param rate commits per second, null for as fast as possible
 */
record NewReplay(@NotNull UUID id, @NotBlank(message = "Name a commit log") String source,
		@NotNull @Pattern(regexp = "time|file") String rowOrder,
		@Positive(message = "The rate must be at least 1") Integer rate) {
}
