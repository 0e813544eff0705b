package io.commitpipeline.producer.sending;

import org.springframework.stereotype.Component;

/**
 * Counts answers for one attempt at a time. After a time-out the sender is renewed: the
 * output is bound anew, and answers that come through the old binding count for nothing.
 */
@Component
class Sender {

	private final ClosableClients clients;

	private volatile Generation current = new Generation(0, new Attempt(0));

	Sender(ClosableClients clients) {
		this.clients = clients;
	}

	Attempt begin(int rows) {
		Attempt attempt = new Attempt(rows);
		this.current = new Generation(this.current.number(), attempt);
		return attempt;
	}

	void renew() {
		this.current = new Generation(this.current.number() + 1, new Attempt(0));
		this.clients.close();
	}

	/** For a client that answers but sends nothing any more: all answers are in. */
	void reconnect() {
		this.clients.close();
	}

	int generation() {
		return this.current.number();
	}

	/** What the answers of the present generation's binding are reported to. */
	Answers answers() {
		int number = generation();
		return new Answers() {

			@Override
			public void accepted() {
				Generation now = Sender.this.current;
				if (now.number() == number) {
					now.attempt().accepted();
				}
			}

			@Override
			public void failed(long row, Throwable cause) {
				Generation now = Sender.this.current;
				if (now.number() == number) {
					now.attempt().failed(row, cause);
				}
			}

		};
	}

	private record Generation(int number, Attempt attempt) {

	}

}
