package io.commitpipeline.admin.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.commitpipeline.admin.live.LivePage;

import org.springframework.stereotype.Component;

/**
 * The regions of the replay page that follow what happens.
 */
@Component
class ReplayPage implements LivePage {

	private final Decks decks;

	private final ReplayTables tables;

	ReplayPage(Decks decks, ReplayTables tables) {
		this.decks = decks;
		this.tables = tables;
	}

	@Override
	public String name() {
		return "replay";
	}

	@Override
	public String template() {
		return "replay/regions";
	}

	@Override
	public List<String> regions() {
		return List.of("head", "bars", "playhead", "facts", "passes", "commands", "rejected", "sources");
	}

	@Override
	public Map<String, Object> read(String variant) {
		Map<String, Object> model = new HashMap<>();
		model.put("deck", this.decks.read().orElse(null));
		model.put("sources", this.tables.sources());
		return model;
	}

}
