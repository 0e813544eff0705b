package io.commitpipeline.producer.sending;

import com.azure.spring.integration.core.handler.DefaultMessageHandler;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.util.concurrent.ListenableFutureCallback;

/**
 * The ways in which the binder's handler answers: a success carries nothing and comes to
 * the callback, a failure carries its message and comes to the failure channel.
 */
final class HandlerAnswers {

	private HandlerAnswers() {
	}

	static void report(DefaultMessageHandler handler, Answers answers) {
		handler.setSendCallback(callback(answers));
		handler.setSendFailureChannel((failure, timeout) -> {
			MessagingException cause = (MessagingException) failure.getPayload();
			answers.failed(row(cause.getFailedMessage()), cause.getCause());
			return true;
		});
	}

	private static long row(Message<?> message) {
		return Long.parseLong(message.getHeaders().get(CommitMessages.REPLAY_ROW, String.class));
	}

	/** This version of the binder knows no other callback. */
	@SuppressWarnings({ "deprecation", "removal" })
	private static ListenableFutureCallback<Void> callback(Answers answers) {
		return new ListenableFutureCallback<>() {

			@Override
			public void onSuccess(Void result) {
				answers.accepted();
			}

			@Override
			public void onFailure(Throwable ex) {
				// counted where it comes with its message
			}

		};
	}

}
