package io.commitpipeline.local.datalake.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import io.commitpipeline.local.datalake.store.Conditions;
import io.commitpipeline.local.datalake.store.Entry;
import io.commitpipeline.local.datalake.store.Leases;
import io.commitpipeline.local.datalake.store.Paths;

/**
 * Takes, renews and ends leases, in the same way in both views.
 */
public final class LeaseOperation implements Operation {

	private static final String ID = "x-ms-lease-id";

	private static final String PROPOSED = "x-ms-proposed-lease-id";

	private static final int SHORTEST_SECONDS = 15;

	private static final int LONGEST_SECONDS = 60;

	private final Leases leases;

	private final Paths paths;

	public LeaseOperation(Leases leases, Paths paths) {
		this.leases = leases;
		this.paths = paths;
	}

	@Override
	public void run(Exchange exchange) throws IOException {
		Conditions conditions = ConditionHeaders.of(exchange).withoutLease();
		Entry entry = this.paths.get(exchange.location(), conditions);
		switch (required(exchange, "x-ms-lease-action").toLowerCase(Locale.ROOT)) {
			case "acquire" -> acquire(exchange, conditions, entry);
			case "renew" -> renew(exchange, entry);
			case "change" -> change(exchange, entry);
			case "release" -> release(exchange, entry);
			case "break" -> breakLease(exchange, entry);
			default -> throw ServiceError.INVALID_HEADER.exception();
		}
	}

	private void acquire(Exchange exchange, Conditions conditions, Entry entry) throws IOException {
		String id = this.leases.acquire(exchange.location(), exchange.header(PROPOSED), duration(exchange), conditions);
		exchange.reply(201).version(entry).header(ID, id).empty();
	}

	private static Optional<Duration> duration(Exchange exchange) {
		int seconds = number(required(exchange, "x-ms-lease-duration"));
		if (seconds != -1 && (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS)) {
			throw ServiceError.INVALID_HEADER.exception();
		}
		return (seconds != -1) ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
	}

	private void renew(Exchange exchange, Entry entry) throws IOException {
		String id = required(exchange, ID);
		this.leases.renew(exchange.location(), id);
		exchange.reply(200).version(entry).header(ID, id).empty();
	}

	private void change(Exchange exchange, Entry entry) throws IOException {
		String proposed = required(exchange, PROPOSED);
		this.leases.change(exchange.location(), required(exchange, ID), proposed);
		exchange.reply(200).version(entry).header(ID, proposed).empty();
	}

	private void release(Exchange exchange, Entry entry) throws IOException {
		this.leases.release(exchange.location(), required(exchange, ID));
		exchange.reply(200).version(entry).empty();
	}

	private void breakLease(Exchange exchange, Entry entry) throws IOException {
		Optional<Duration> period = exchange.header("x-ms-lease-break-period")
			.map(LeaseOperation::number)
			.map(Duration::ofSeconds);
		Duration left = this.leases.breakLease(exchange.location(), period);
		exchange.reply(202).version(entry).header("x-ms-lease-time", Long.toString(left.toSeconds())).empty();
	}

	private static String required(Exchange exchange, String header) {
		return exchange.header(header).orElseThrow(ServiceError.INVALID_HEADER::exception);
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw ServiceError.INVALID_HEADER.exception();
		}
	}

}
