package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks an app whether it lives and is ready, until both are so.
 */
final class ReadinessProbe {

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private static final int FAILURES_TO_GIVE_UP_AT = 3;

	private final Replica replica;

	private final List<HttpRequest> requests;

	private final CompletableFuture<Void> ready = new CompletableFuture<>();

	ReadinessProbe(Replica replica, List<URI> endpoints) {
		this.replica = replica;
		this.requests = endpoints.stream()
			.map((endpoint) -> HttpRequest.newBuilder(endpoint).timeout(Duration.ofSeconds(10)).build())
			.toList();
	}

	CompletableFuture<Void> every(Duration period, ScheduledExecutorService scheduler) {
		ScheduledFuture<?> asking = scheduler.scheduleWithFixedDelay(this::ask, 0, period.toMillis(),
				TimeUnit.MILLISECONDS);
		this.ready.whenComplete((done, failure) -> asking.cancel(false));
		return this.ready;
	}

	private void ask() {
		if (this.replica.failures() >= FAILURES_TO_GIVE_UP_AT) {
			this.ready.completeExceptionally(new ContainerAppsException(
					this.replica + " ended " + FAILURES_TO_GIVE_UP_AT + " times while starting"));
		}
		try {
			for (HttpRequest request : this.requests) {
				if (CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
					return;
				}
			}
			this.ready.complete(null);
		}
		catch (IOException ex) {
			// Not yet: nothing listens there before the app is up.
			return;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
