package io.commitpipeline.producer.sending;

import java.time.Clock;

import com.azure.spring.messaging.AzureHeaders;
import io.commitpipeline.producer.commits.CommitJson;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;

/**
 * Makes messages of commits, at the moment they are sent.
 */
@Component
class CommitMessages {

	static final String REPLAY_ID = "replay-id";

	static final String REPLAY_ROW = "replay-row";

	private final Clock clock;

	CommitMessages(Clock clock) {
		this.clock = clock;
	}

	Message<byte[]> message(OutgoingCommit row, int generation) {
		MessageBuilder<byte[]> message = MessageBuilder
			.withPayload(CommitJson.encode(row.commit(), this.clock.instant()))
			.setHeader(AzureHeaders.PARTITION_KEY, row.commit().author())
			.setHeader(REPLAY_ID, row.runId().toString())
			.setHeader(REPLAY_ROW, Long.toString(row.row()));
		if (generation > 0) {
			message.setHeader(RenewedBinding.HEADER, RenewedBinding.name(generation));
		}
		return message.build();
	}

}
