package io.commitpipeline.proof.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.proof.faults.agent.Defect;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The cloud in this process, with proxies before it, and the applications in processes of
 * their own.
 */
final class Stage implements AutoCloseable {

	private final Path directory;

	private final Random random;

	private final Defect defect;

	private final LocalAzure azure;

	private final FaultProxy postgres;

	private final FaultProxy hub;

	private final Traps traps = Traps.open();

	private final Launcher launcher;

	private final Database database;

	private final Sender sender;

	private final HubEnd end;

	private final Stalls stalls;

	private long events;

	/**
	 * @param defect planted in each application that is started, null for none
	 * @param points whether the applications report from points
	 * @param properties settings of the applications
	 */
	Stage(Path directory, long seed, Defect defect, boolean points, Map<String, String> properties) {
		this.directory = directory;
		this.random = new Random(seed);
		this.defect = defect;
		this.azure = LocalAzure.start(directory.resolve("azure"));
		this.postgres = FaultProxy.before(port(this.azure.settings().get("SPRING_DATASOURCE_URL")));
		this.hub = FaultProxy.before(this.azure.eventHubs().port());
		this.launcher = new Launcher(directory, points ? this.traps.port() : 0, defect, environment(), properties);
		this.database = new Database(this.azure.postgres().dataSource());
		this.sender = new Sender(this.azure.eventHubs().connectionString(), LocalAzure.HUB);
		this.end = new HubEnd(this.database, this.azure.eventHubs().connectionString(), LocalAzure.HUB);
		this.stalls = Stalls.begin(this.launcher.apps(), seed);
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>(this.azure.settings());
		environment.computeIfPresent("SPRING_DATASOURCE_URL",
				(key, url) -> url.replace(":" + port(url) + "/", ":" + this.postgres.port() + "/"));
		environment.computeIfPresent("SPRING_CLOUD_AZURE_EVENTHUBS_CONNECTION_STRING",
				(key, text) -> text.replace(":" + this.azure.eventHubs().port() + ";", ":" + this.hub.port() + ";"));
		return environment;
	}

	App start(String name, String... arguments) {
		return this.launcher.start(name, arguments);
	}

	/** A run that the sender is to send. */
	Rows rows(int round, int numbered) {
		return rows(round, numbered, numbered / Rows.FOREIGN);
	}

	Rows rows(int round, int numbered, int foreign) {
		Rows rows = Rows.of(UUID.randomUUID(), round, numbered, foreign);
		UUID replay = UUID.randomUUID();
		this.database.update("insert into replays (id, source, command, state) values (?, 'test', 'stop', 'stopped')",
				replay);
		this.database.update(
				"insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows,"
						+ " partitions, next_row) values (?, ?, '', 'file', ?, 2000, 4, ?)",
				rows.run(), replay, numbered, numbered);
		count(rows.size());
		return rows;
	}

	Load send(Rows rows, Duration duration) {
		return send(rows, 1, 1, duration);
	}

	/**
	 * Sends a part of the rows, so that there are some left for what is to come.
	 * @param part from 1
	 */
	Load send(Rows rows, int part, int parts, Duration duration) {
		int size = rows.numbered() / parts / Sender.CHUNK * Sender.CHUNK;
		return Load.start(this.sender, rows, (part - 1) * size, (part < parts) ? part * size : rows.numbered(),
				duration);
	}

	/**
	 * What is there once both paths have come to the end.
	 * @param repeats whether the hub may hold a row more than once
	 */
	Findings findings(Rows rows, boolean repeats, Duration patience) {
		try {
			awaitEnd(patience);
		}
		catch (StuckException ex) {
			Findings findings = oracle().judge(rows, repeats);
			findings.complaints().add(0, ex.getMessage());
			return findings;
		}
		return oracle().judge(rows, repeats);
	}

	/** Until both paths have come to the hub's end. */
	void awaitEnd(Duration patience) throws StuckException {
		this.end.await(patience);
	}

	/** Retention takes all that the hub holds in these partitions. */
	void expireEvents(IntPredicate partitions) {
		this.end.hub().forEach((partition, last) -> {
			if (partitions.test(partition)) {
				expireThrough(partition, last);
			}
		});
	}

	private void expireThrough(int partition, long last) {
		try {
			this.azure.eventHubs().faults().hub(LocalAzure.HUB).expireBefore(Integer.toString(partition), last + 1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Oracle oracle() {
		return new Oracle(this.database, new Archive(fileSystem("archive")));
	}

	/** Where a file system of the lake lies. */
	Path fileSystem(String name) {
		return this.directory.resolve("azure").resolve("datalake").resolve(name);
	}

	Path directory() {
		return this.directory;
	}

	/** Whether the defect is in the application: one that is not proves nothing. */
	boolean isPlanted() {
		return isClean() || this.launcher.hasSaid(this.defect.signs());
	}

	/** What is broken on purpose is not waited for that long. */
	Duration patience(Duration whole) {
		return isClean() ? whole : Duration.ofSeconds(30);
	}

	/** Whether the applications are as they are. */
	boolean isClean() {
		return this.defect == null;
	}

	boolean has(Defect other) {
		return this.defect == other;
	}

	Sender sender() {
		return this.sender;
	}

	LocalAzure azure() {
		return this.azure;
	}

	Database database() {
		return this.database;
	}

	/** The database server's own database, from which others are made. */
	Database server() {
		PGSimpleDataSource server = new PGSimpleDataSource();
		server.setUrl(this.azure.postgres().url().replaceFirst("/[^/]+$", "/postgres"));
		server.setUser(this.azure.postgres().user());
		server.setPassword(this.azure.postgres().password());
		return new Database(server);
	}

	FaultProxy postgres() {
		return this.postgres;
	}

	FaultProxy hub() {
		return this.hub;
	}

	Traps traps() {
		return this.traps;
	}

	Random random() {
		return this.random;
	}

	void count(int sent) {
		this.events += sent;
	}

	/** How many events were sent so far. */
	long events() {
		return this.events;
	}

	/** Lets time go by: that is what the scenario is about. */
	void pass(Duration time) {
		new CompletableFuture<>().completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	/** A moment from now, after so many milliseconds at most. */
	Duration moment(int most) {
		return Duration.ofMillis(this.random.nextInt(most));
	}

	private static int port(String url) {
		return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
	}

	@Override
	public void close() {
		this.stalls.close();
		this.traps.close();
		this.launcher.killAll();
		this.sender.close();
		this.end.close();
		this.hub.close();
		this.postgres.close();
		this.azure.close();
	}

}
