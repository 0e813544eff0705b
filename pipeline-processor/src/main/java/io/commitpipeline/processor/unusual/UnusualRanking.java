package io.commitpipeline.processor.unusual;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ranks the authors of runs that have grown.
 */
@Component
class UnusualRanking {

	private final Profiles profiles;

	private final UnusualTables tables;

	private final Comparison comparison = new Comparison();

	UnusualRanking(Profiles profiles, UnusualTables tables) {
		this.profiles = profiles;
		this.tables = tables;
	}

	/**
	 * Runs once. What is counted meanwhile is ranked the next time.
	 */
	@Transactional
	public void refresh() {
		if (this.tables.lock()) {
			this.tables.changed().forEach(this::rank);
		}
	}

	private void rank(UUID run) {
		List<AuthorProfile> authors = this.profiles.read(run);
		this.tables.replace(run, authors.size(), this.comparison.rank(authors));
	}

}
