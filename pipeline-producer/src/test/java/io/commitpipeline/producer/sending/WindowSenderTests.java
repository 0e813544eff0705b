package io.commitpipeline.producer.sending;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

import com.azure.spring.messaging.AzureHeaders;
import io.commitpipeline.producer.commits.Commit;
import io.commitpipeline.producer.commits.CommitJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.messaging.Message;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WindowSenderTests {

	private static final UUID RUN = UUID.randomUUID();

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.5Z");

	private final CommitFlux flux = new CommitFlux();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final ClosableClients clients = mock();

	private final Sender sender = new Sender(this.clients);

	private final WindowSender windows = new WindowSender(this.flux,
			new CommitMessages(Clock.fixed(NOW, ZoneOffset.UTC)), this.sender, new SendingMetrics(this.meters),
			new SendingProperties(Duration.ofMillis(300), DataSize.ofMegabytes(1)));

	private final List<Message<byte[]>> messages = new ArrayList<>();

	private final Map<Object, Answers> bindings = new HashMap<>();

	@Test
	void aMessageHasTheEventItsKeyAndItsIdentity() {
		answer((message, answers) -> answers.accepted());
		this.windows.send(rows(7, 8), (row) -> {
		});
		Message<byte[]> message = this.messages.get(0);
		assertThat(message.getPayload()).isEqualTo(CommitJson.encode(commit(7), NOW));
		assertThat(message.getHeaders()).containsEntry(AzureHeaders.PARTITION_KEY, "person_7")
			.containsEntry("replay-id", RUN.toString())
			.containsEntry("replay-row", "7")
			.doesNotContainKey(RenewedBinding.HEADER);
	}

	@Test
	void onlyWhatFailedIsSentAgain() {
		answer((message, answers) -> {
			if (row(message) == 2 && this.messages.size() < 6) {
				answers.failed(2, new IllegalStateException("as told"));
			}
			else {
				answers.accepted();
			}
		});
		this.windows.send(rows(0, 4), (row) -> {
		});
		assertThat(sent()).containsExactly(0L, 1L, 2L, 3L, 2L, 2L);
		assertThat(this.meters.counter("pipeline.rows", "outcome", "accepted").count()).isEqualTo(4);
		assertThat(this.meters.counter("pipeline.rows", "outcome", "failed").count()).isEqualTo(2);
	}

	@Test
	void whereEveryRowFailsTheNextAttemptHasANewClient() {
		answer((message, answers) -> {
			if (this.messages.size() <= 3) {
				answers.failed(row(message), new IllegalStateException("detached"));
			}
			else {
				then(this.clients).should().close();
				answers.accepted();
			}
		});
		this.windows.send(rows(0, 3), (row) -> {
		});
		assertThat(sent()).containsExactly(0L, 1L, 2L, 0L, 1L, 2L);
		assertThat(this.sender.generation()).isZero();
	}

	@Test
	void aWindowWithoutAllOfItsAnswersIsSentAgainThroughANewBinding() {
		answer((message, answers) -> {
			if (row(message) != 1 || this.sender.generation() > 0) {
				answers.accepted();
			}
		});
		this.windows.send(rows(0, 3), (row) -> {
		});
		assertThat(sent()).containsExactly(0L, 1L, 2L, 0L, 1L, 2L);
		assertThat(this.messages.subList(3, 6)).allSatisfy((message) -> assertThat(message.getHeaders())
			.containsEntry(RenewedBinding.HEADER, "commits-renewed-1"));
	}

	@Test
	void lateAnswersOfAnOldAttemptCountForNothing() {
		List<Answers> late = new ArrayList<>();
		answer((message, answers) -> {
			if (this.sender.generation() == 0) {
				late.add(answers);
			}
			else if (row(message) == 0 && this.sender.generation() == 1) {
				late.forEach(Answers::accepted);
			}
			else {
				answers.accepted();
			}
		});
		this.windows.send(rows(0, 3), (row) -> {
		});
		assertThat(sent()).containsExactly(0L, 1L, 2L, 0L, 1L, 2L, 0L, 1L, 2L);
	}

	@Test
	void whatEndsTheSendingLeavesNoAnswerToTheNextWindow() {
		answer((message, answers) -> {
		});
		assertThatIllegalStateException().isThrownBy(() -> this.windows.send(rows(0, 3), (row) -> {
			if (this.messages.size() == 2) {
				throw new IllegalStateException("no more");
			}
		})).withMessage("no more");
		assertThat(sent()).containsExactly(0L, 1L);
		assertThat(this.sender.generation()).isOne();
	}

	private void answer(BiConsumer<Message<byte[]>, Answers> hub) {
		this.flux.messages().subscribe((message) -> {
			this.messages.add(message);
			Object binding = message.getHeaders().getOrDefault(RenewedBinding.HEADER, "first");
			hub.accept(message, this.bindings.computeIfAbsent(binding, (unseen) -> this.sender.answers()));
		});
	}

	private static long row(Message<?> message) {
		return Long.parseLong(message.getHeaders().get("replay-row", String.class));
	}

	private List<Long> sent() {
		return this.messages.stream().map(WindowSenderTests::row).toList();
	}

	private static List<OutgoingCommit> rows(int from, int to) {
		return LongStream.range(from, to).mapToObj((row) -> new OutgoingCommit(RUN, row, commit(row))).toList();
	}

	private static Commit commit(long row) {
		return new Commit("c_" + row, "person_" + row, 1, "/a/b", 2, 3, new BigDecimal("0.5"), "message");
	}

}
