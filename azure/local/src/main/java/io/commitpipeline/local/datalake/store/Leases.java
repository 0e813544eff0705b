package io.commitpipeline.local.datalake.store;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Leases on files: while there is one, who does not name it cannot write. They live in
 * memory and end with the server. The transitions are those of "Lease Blob" in the
 * service's documentation.
 */
public final class Leases {

	private final Disk disk;

	private final Entries entries;

	private final Clock clock;

	private final Map<Location, Lease> leases = new HashMap<>();

	Leases(Disk disk, Entries entries, Clock clock) {
		this.disk = disk;
		this.entries = entries;
		this.clock = clock;
	}

	/**
	 * Takes the lease.
	 * @param location the file
	 * @param proposed the id it is to have, if the client has one
	 * @param duration how long it lasts; empty for ever
	 * @param conditions what must hold of the file
	 * @return its id
	 * @throws IOException if the file cannot be read
	 */
	public String acquire(Location location, Optional<String> proposed, Optional<Duration> duration,
			Conditions conditions) throws IOException {
		synchronized (this.disk) {
			conditions.check(this.entries.get(location));
			String id = proposed.orElseGet(() -> UUID.randomUUID().toString());
			LeaseState state = state(location);
			if (state == LeaseState.BREAKING) {
				throw new StoreException(Failure.LEASE_BREAKING);
			}
			if (state == LeaseState.LEASED && !this.leases.get(location).id().equals(id)) {
				throw new StoreException(Failure.LEASE_PRESENT);
			}
			this.leases.put(location, Lease.of(id, duration.orElse(null), this.clock.instant()));
			return id;
		}
	}

	/**
	 * Begins the lease's time anew.
	 * @param location the file
	 * @param id the lease's id
	 */
	public void renew(Location location, String id) {
		synchronized (this.disk) {
			Lease lease = held(location, id);
			if (lease.broken()) {
				throw new StoreException(Failure.LEASE_BROKEN);
			}
			this.leases.put(location, lease.renewed(this.clock.instant()));
		}
	}

	/**
	 * Gives the lease another id.
	 * @param location the file
	 * @param id the lease's id
	 * @param proposed its id to be
	 */
	public void change(Location location, String id, String proposed) {
		synchronized (this.disk) {
			if (state(location) != LeaseState.LEASED) {
				throw new StoreException(Failure.NO_LEASE);
			}
			boolean changed = this.leases.get(location).id().equals(proposed);
			this.leases.put(location, held(location, changed ? proposed : id).withId(proposed));
		}
	}

	/**
	 * Gives the lease back.
	 * @param location the file
	 * @param id the lease's id
	 */
	public void release(Location location, String id) {
		synchronized (this.disk) {
			held(location, id);
			this.leases.remove(location);
		}
	}

	/**
	 * Ends the lease without its holder.
	 * @param location the file
	 * @param period after which it ends, if it would last longer; empty for its own time,
	 * or at once if it has none
	 * @return how long it still holds
	 */
	public Duration breakLease(Location location, Optional<Duration> period) {
		synchronized (this.disk) {
			Lease lease = this.leases.get(location);
			if (lease == null) {
				throw new StoreException(Failure.NO_LEASE);
			}
			Instant now = this.clock.instant();
			Duration rest = period.orElse((lease.duration() != null) ? lease.duration() : Duration.ZERO);
			Lease broken = lease.endingAt(now.plus(rest));
			this.leases.put(location, broken);
			Duration left = Duration.between(now, broken.until());
			return left.isNegative() ? Duration.ZERO : left;
		}
	}

	/**
	 * How a file's lease stands.
	 * @param location the file
	 * @return its state
	 */
	public LeaseState state(Location location) {
		synchronized (this.disk) {
			Lease lease = this.leases.get(location);
			return (lease != null) ? lease.state(this.clock.instant()) : LeaseState.AVAILABLE;
		}
	}

	/**
	 * How long a lease lasts that somebody holds.
	 * @param location the file
	 * @return in the words of the service; empty if nobody does
	 */
	public Optional<String> duration(Location location) {
		synchronized (this.disk) {
			return Optional.ofNullable(this.leases.get(location))
				.filter((lease) -> lease.state(this.clock.instant()) == LeaseState.LEASED)
				.map((lease) -> (lease.duration() != null) ? "fixed" : "infinite");
		}
	}

	/**
	 * Checks before a read that the lease is the one that it names, if it names one.
	 */
	void checkRead(Location location, Optional<String> id) {
		id.ifPresent((each) -> checkNamed(location, state(location), each));
	}

	/**
	 * Checks before a write that it names the lease, if there is one; a write without one
	 * ends what is left of a lease that is over.
	 */
	void checkWrite(Location location, Optional<String> id) {
		LeaseState state = state(location);
		if (id.isPresent()) {
			checkNamed(location, state, id.get());
		}
		else if (state.locks()) {
			throw new StoreException(Failure.LEASE_ID_MISSING);
		}
		else {
			this.leases.remove(location);
		}
	}

	private void checkNamed(Location location, LeaseState state, String id) {
		if (state == LeaseState.AVAILABLE) {
			throw new StoreException(Failure.NO_LEASE_FOR_WRITE);
		}
		if (!this.leases.get(location).id().equals(id)) {
			throw new StoreException(state.locks() ? Failure.LEASE_DIFFERS_FOR_WRITE : Failure.NO_LEASE_FOR_WRITE);
		}
		if (!state.locks()) {
			throw new StoreException(Failure.LEASE_LOST);
		}
	}

	void end(Location location) {
		this.leases.keySet()
			.removeIf((each) -> each.equals(location)
					|| (each.fileSystem().equals(location.fileSystem()) && each.path().isWithin(location.path())));
	}

	private Lease held(Location location, String id) {
		Lease lease = this.leases.get(location);
		if (lease == null || !lease.id().equals(id)) {
			throw new StoreException(Failure.LEASE_DIFFERS);
		}
		return lease;
	}

}
