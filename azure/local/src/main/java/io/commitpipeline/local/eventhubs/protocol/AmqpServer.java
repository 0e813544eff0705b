package io.commitpipeline.local.eventhubs.protocol;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.commitpipeline.local.eventhubs.broker.Broker;
import io.commitpipeline.local.eventhubs.faults.LinkFaults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;

/**
 * Listens on loopback for AMQP clients.
 */
public final class AmqpServer implements AutoCloseable {

	private static final String HOST = "127.0.0.1";

	private static final int PATIENCE_SECONDS = 10;

	private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));

	private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();

	private final Broker broker;

	private final LinkFaults faults;

	private final ServerSettings settings;

	private final Unfinished unfinished = new Unfinished();

	private final NetServer server;

	private AmqpServer(Broker broker, LinkFaults faults, ServerSettings settings) {
		this.broker = broker;
		this.faults = faults;
		this.settings = settings;
		this.server = this.vertx.createNetServer(new NetServerOptions().setHost(HOST).setTcpNoDelay(true));
		this.server.connectHandler(this::accept);
	}

	/**
	 * Starts listening.
	 * @param broker what clients reach
	 * @param faults what goes wrong on links
	 * @param settings how it treats them
	 * @return the server
	 * @throws IOException if the port cannot be had
	 */
	public static AmqpServer start(Broker broker, LinkFaults faults, ServerSettings settings) throws IOException {
		AmqpServer server = new AmqpServer(broker, faults, settings);
		try {
			await(server.server.listen(settings.port()));
			return server;
		}
		catch (IOException ex) {
			server.close();
			throw new IOException("cannot listen on %s:%d: %s".formatted(HOST, settings.port(), ex.getMessage()), ex);
		}
	}

	private void accept(NetSocket socket) {
		ClientConnection connection = new ClientConnection(this.vertx, socket, this.broker, this.faults, this.settings,
				this.unfinished);
		this.connections.add(connection);
		connection.ended().onComplete((ended) -> this.connections.remove(connection));
		connection.start();
	}

	/**
	 * The port it listens on.
	 */
	public int port() {
		return this.server.actualPort();
	}

	@Override
	public void close() throws IOException {
		try {
			await(Future.join(this.connections.stream().map(ClientConnection::stop).toList()));
		}
		finally {
			await(this.vertx.close());
		}
	}

	private static void await(Future<?> future) throws IOException {
		try {
			future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw new IOException(ex.getCause().getMessage(), ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new IOException("no answer within %d s".formatted(PATIENCE_SECONDS), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
