package io.commitpipeline.producer.replays;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import io.commitpipeline.local.junit.LocalAzureExtension;
import io.commitpipeline.local.junit.LocalAzureTest;
import io.commitpipeline.local.postgres.LocalPostgres;
import io.commitpipeline.producer.ProducerApplication;
import io.commitpipeline.producer.sending.AnsweringHub;
import io.commitpipeline.producer.sending.AnsweringHub.Answer;
import io.commitpipeline.producer.sending.AnsweringHub.Behaviour;
import io.commitpipeline.producer.sending.FixedHub;
import io.commitpipeline.producer.sources.MemorySources;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.test.TestChannelBinderConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.awaitility.Awaitility.await;

/**
 * The application behind the test binder, with a hub that answers as told, and the
 * database of a class with {@link LocalAzureTest}.
 */
class ProducerOnTestBinder implements BeforeEachCallback, AfterEachCallback {

	private LocalPostgres postgres;

	private TestReplays replays;

	private ConfigurableApplicationContext context;

	@Override
	public void beforeEach(ExtensionContext test) {
		this.postgres = LocalAzureExtension.azure(test).postgres();
		this.replays = new TestReplays(this.postgres.dataSource());
		this.replays.update("truncate replays, runs, rejected_rows cascade");
	}

	@Override
	public void afterEach(ExtensionContext test) {
		stop();
	}

	TestReplays replays() {
		return this.replays;
	}

	AnsweringHub start() {
		return start((message) -> Answer.ACCEPTED);
	}

	AnsweringHub start(Behaviour behaviour) {
		this.context = new SpringApplicationBuilder(ProducerApplication.class, TestChannelBinderConfiguration.class,
				AnsweringHub.class, FixedHub.class, MemorySources.class)
			.initializers(
					(context) -> ((GenericApplicationContext) context).registerBean(Behaviour.class, () -> behaviour))
			.run("--spring.datasource.url=" + this.postgres.url(),
					"--spring.datasource.username=" + this.postgres.user(),
					"--spring.datasource.password=" + this.postgres.password(), "--server.port=0",
					"--spring.cloud.azure.eventhubs.connection-string=Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=x;SharedAccessKey=eA==;UseDevelopmentEmulator=true",
					"--spring.cloud.azure.eventhubs.event-hub-name=commits",
					"--pipeline.lake.endpoint=http://127.0.0.1:1/none", "--pipeline.lake.account-name=none",
					"--pipeline.lake.account-key=bm9uZQ==", "--pipeline.replay.poll-interval=50ms",
					"--pipeline.replay.shutdown-timeout=1s");
		return this.context.getBean(AnsweringHub.class);
	}

	void stop() {
		if (this.context != null) {
			this.context.close();
		}
	}

	void awaitState(UUID replay, String state) {
		await().atMost(Duration.ofSeconds(20)).until(() -> this.replays.state(replay), state::equals);
	}

	static List<Long> rows(long from, long to) {
		return LongStream.range(from, to).boxed().toList();
	}

}
