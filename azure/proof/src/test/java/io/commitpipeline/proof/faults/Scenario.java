package io.commitpipeline.proof.faults;

import java.util.List;
import java.util.Map;

import io.commitpipeline.proof.faults.agent.Defect;

/**
 * One kind of fault, played round by round on one stage.
 */
interface Scenario {

	/** Starts what stays up between the rounds. */
	void begin(Stage stage);

	/**
	 * Sends events, breaks something, mends it.
	 * @param round from 1
	 * @return what is wrong when both paths have come to the hub's end
	 */
	Findings play(Stage stage, int round);

	/** What this kind of fault must reveal. */
	List<Defect> defects();

	/** How many rounds see all that there is to see. */
	default int rounds() {
		return 2;
	}

	/** Settings of the applications. */
	default Map<String, String> properties() {
		return Launcher.haste();
	}

	/** Whether the applications are to report from points. */
	default boolean usesPoints() {
		return false;
	}

	/** Whether processes have to be frozen, which takes signals. */
	default boolean freezes() {
		return false;
	}

}
