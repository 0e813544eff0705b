package io.commitpipeline.local.datalake.faults;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.http.Target;
import io.commitpipeline.local.faults.Fault;
import io.commitpipeline.local.faults.FaultList;

/**
 * Faults of some requests. Choose the requests first: a fault is in force at once.
 */
public final class RequestFaults {

	private static final ServiceError SERVER_BUSY = new ServiceError(503, "ServerBusy",
			"The server is currently unable to receive requests. Please retry your request.");

	private final FaultList<Exchange, LakeFault> faults;

	private final Set<LakeOperation> operations;

	private final Predicate<String> path;

	private final long times;

	RequestFaults(FaultList<Exchange, LakeFault> faults, EnumSet<LakeOperation> operations) {
		this(faults, operations, (path) -> true, Long.MAX_VALUE);
	}

	private RequestFaults(FaultList<Exchange, LakeFault> faults, Set<LakeOperation> operations, Predicate<String> path,
			long times) {
		this.faults = faults;
		this.operations = operations;
		this.path = path;
		this.times = times;
	}

	/**
	 * Limits them to some paths.
	 * @param glob {@code file system/path}, in which {@code *} stands for any characters
	 * but slashes and {@code **} for any; a list has the path of its file system
	 * @return the faults of these
	 */
	public RequestFaults path(String glob) {
		return new RequestFaults(this.faults, this.operations, PathGlob.of(glob), this.times);
	}

	/**
	 * Limits their number; without, each is struck until the fault is lifted.
	 * @param requests how many are struck; each try of an SDK is one
	 * @return the faults of these
	 */
	public RequestFaults times(long requests) {
		return new RequestFaults(this.faults, this.operations, this.path, requests);
	}

	/**
	 * Refuses with 503 and {@code ServerBusy}; nothing happens.
	 */
	public Fault serverBusy() {
		return set((request) -> request.refuse(SERVER_BUSY));
	}

	/**
	 * Refuses with another error; nothing happens.
	 * @param status the HTTP status
	 * @param code what programs read
	 * @param message what people read
	 * @return the fault
	 */
	public Fault refuse(int status, String code, String message) {
		ServiceError error = new ServiceError(status, code, message);
		return set((request) -> request.refuse(error));
	}

	/**
	 * Does what is asked for, then resets the connection in place of a reply.
	 */
	public Fault resetAfterEffect() {
		return set((request) -> {
			request.serve();
			request.reset();
		});
	}

	/**
	 * Does nothing and never replies. Lifting the fault resets what hangs.
	 */
	public Fault hang() {
		CompletableFuture<Void> lifted = new CompletableFuture<>();
		return set((request) -> request.hang(lifted), lifted);
	}

	/**
	 * Does what is asked for and never replies. Lifting the fault resets what hangs.
	 */
	public Fault hangAfterEffect() {
		CompletableFuture<Void> lifted = new CompletableFuture<>();
		return set((request) -> {
			request.serve();
			request.hang(lifted);
		}, lifted);
	}

	/**
	 * Keeps the first half of what is appended, then resets the connection.
	 */
	public Fault partialWrite() {
		if (!this.operations.equals(EnumSet.of(LakeOperation.APPEND))) {
			throw new IllegalStateException("only an append can be kept in part, not " + this.operations);
		}
		return set((request) -> {
			request.serveHalf();
			request.reset();
		});
	}

	private Fault set(LakeFault fault) {
		return set(fault, new CompletableFuture<>());
	}

	private Fault set(LakeFault fault, CompletableFuture<Void> lifted) {
		return this.faults.add(this.times, this::matches, fault, () -> lifted.complete(null));
	}

	private boolean matches(Exchange exchange) {
		Target target = exchange.target();
		String path = target.isFileSystem() ? target.fileSystem() : target.fileSystem() + "/" + target.path();
		return this.operations.contains(LakeOperation.of(exchange)) && this.path.test(path);
	}

}
