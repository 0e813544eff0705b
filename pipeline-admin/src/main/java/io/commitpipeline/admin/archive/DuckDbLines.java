package io.commitpipeline.admin.archive;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Questions to the archive that work as they stand, in the {@code duckdb} shell.
 */
@Component
class DuckDbLines {

	private static final String QUESTION = "select author, count(*) as commits from '%s' group by author order by commits desc limit 10;";

	private final String location;

	DuckDbLines(ArchiveProperties properties, @Value("${pipeline.lake.endpoint}") URI endpoint) {
		this.location = StringUtils.hasText(properties.location()) ? properties.location()
				: "abfss://" + endpoint.getHost() + "/archive";
	}

	/**
	 * A question to all files.
	 */
	String overAll() {
		return QUESTION.formatted(this.location + "/commits/**/*.parquet");
	}

	/**
	 * The same to one file, where it lies.
	 */
	String over(ArchiveFile file) {
		return QUESTION.formatted(this.location + "/" + file.name());
	}

	boolean isRemote() {
		return this.location.startsWith("abfss:");
	}

}
