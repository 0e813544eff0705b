package io.commitpipeline.proof.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * The processors on a stage, longest up first: as many as there were in the beginning.
 */
final class Processors {

	private final Stage stage;

	private final List<App> apps = new ArrayList<>();

	private Processors(Stage stage) {
		this.stage = stage;
	}

	static Processors start(Stage stage, int number) {
		Processors processors = new Processors(stage);
		for (int i = 0; i < number; i++) {
			processors.add();
		}
		return processors.awaitReady();
	}

	Processors awaitReady() {
		this.apps.forEach(App::awaitReady);
		return this;
	}

	App get(int index) {
		return this.apps.get(index);
	}

	App get(long pid) {
		return this.apps.stream().filter((app) -> app.pid() == pid).findFirst().orElseThrow();
	}

	App add() {
		App app = this.stage.start("pipeline-processor");
		this.apps.add(app);
		return app;
	}

	/** Another takes the place of one that has ended, or is about to. */
	App replace(App ended) {
		this.apps.remove(ended);
		return add();
	}

}
