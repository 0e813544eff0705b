package io.commitpipeline.local.eventhubs.log;

import java.io.IOException;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PartitionLogPropertyTests {

	@Property(tries = 300)
	void whateverHappensToALogItHoldsWhatWasAcceptedAndNotGivenUp(@ForAll("steps") List<Step> steps)
			throws IOException {
		try (ModelledLog log = new ModelledLog()) {
			for (Step step : steps) {
				step.on(log);
				log.assertHoldsWhatItShould();
			}
		}
	}

	@Provide
	Arbitrary<List<Step>> steps() {
		Arbitrary<List<byte[]>> messages = Arbitraries.bytes()
			.array(byte[].class)
			.ofMaxSize(200)
			.list()
			.ofMinSize(1)
			.ofMaxSize(5);
		Arbitrary<Integer> part = Arbitraries.integers().between(0, 100);
		Arbitrary<Step> append = Combinators.combine(messages, Arbitraries.longs().between(-5, 20))
			.as((batch, millis) -> (log) -> log.append(batch, millis));
		Arbitrary<Step> expire = part.map((percent) -> (log) -> log.expire(percent));
		Arbitrary<Step> tear = part.map((percent) -> (log) -> log.tearLast(percent));
		Arbitrary<Step> litter = Arbitraries.bytes()
			.array(byte[].class)
			.ofMinSize(1)
			.ofMaxSize(100)
			.map((bytes) -> (log) -> log.litter(bytes));
		Arbitrary<Step> reopen = Arbitraries.just(ModelledLog::reopen);
		return Arbitraries.oneOf(append, append, append, expire, tear, litter, reopen).list().ofMaxSize(20);
	}

	interface Step {

		void on(ModelledLog log) throws IOException;

	}

}
