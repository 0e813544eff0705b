package io.commitpipeline.processor.hotpath;

import java.util.Set;
import java.util.UUID;

import io.commitpipeline.processor.events.CommitReader;
import io.commitpipeline.processor.events.ReceivedEvent;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an event holds, it is counted or quarantined.
 */
class QuarantineFuzzTests {

	private final CommitReader reader = new CommitReader();

	@Property
	void whateverComesIsCountedOrQuarantinedWithAReason(@ForAll("events") ReceivedEvent event) {
		BatchTally tally = new BatchTally(this.reader, (run) -> new Runs.Run(100, 10), (run) -> SeenRows.none(10),
				Set.of());
		tally.add(event);
		Outcomes outcomes = tally.outcomes().values().stream().reduce(Outcomes.NONE, Outcomes::plus);
		boolean counted = outcomes.equals(Outcomes.COUNTED);
		assertThat(outcomes).isEqualTo(counted ? Outcomes.COUNTED : Outcomes.QUARANTINED);
		assertThat(tally.totals()).hasSize(counted ? 1 : 0);
		assertThat(tally.quarantined()).hasSize(counted ? 0 : 1)
			.allSatisfy((bad) -> assertThat(bad.reason()).isNotBlank())
			.allSatisfy((bad) -> assertThat(bad.event()).isSameAs(event));
		Statistics.label("counted")
			.collect(counted)
			.coverage((coverage) -> coverage.check(true).percentage((share) -> share > 5 && share < 95));
		Statistics.label("known run")
			.collect(!tally.outcomes().containsKey(new UUID(0, 0)))
			.coverage((coverage) -> coverage.check(true).percentage((share) -> share > 5 && share < 95));
	}

	@Provide
	Arbitrary<ReceivedEvent> events() {
		return FuzzedEvents.all();
	}

}
