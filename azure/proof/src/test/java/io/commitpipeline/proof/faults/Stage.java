package io.commitpipeline.proof.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.proof.faults.agent.Defect;

/**
 * The cloud in this process, with proxies before it, and the applications in processes of
 * their own.
 */
final class Stage implements AutoCloseable {

	/** Partitions of a dead owner move soon, files are short. */
	private static final String HASTE = """
			{"pipeline.archive.roll-age":"2s",
			"spring.cloud.stream.eventhubs.bindings":{
			"hotPath-in-0":{"consumer":{"load-balancing":{"update-interval":"1s","partition-ownership-expiration-interval":"5s"}}},
			"coldPath-in-0":{"consumer":{"load-balancing":{"update-interval":"1s","partition-ownership-expiration-interval":"5s"}}}}}""";

	private final Path directory;

	private final Random random;

	private final Defect defect;

	private final boolean points;

	private final LocalAzure azure;

	private final FaultProxy postgres;

	private final FaultProxy hub;

	private final Traps traps = Traps.open();

	private final Path agent;

	private final Database database;

	private final Sender sender;

	private final HubEnd end;

	private final List<App> apps = new ArrayList<>();

	private long events;

	/**
	 * @param defect planted in each application that is started, null for none
	 * @param points whether the applications report from points
	 */
	Stage(Path directory, long seed, Defect defect, boolean points) {
		this.directory = directory;
		this.random = new Random(seed);
		this.defect = defect;
		this.points = points;
		this.azure = LocalAzure.start(directory.resolve("azure"));
		this.postgres = FaultProxy.before(port(this.azure.settings().get("SPRING_DATASOURCE_URL")));
		this.hub = FaultProxy.before(this.azure.eventHubs().port());
		this.agent = AgentJar.write(directory.resolve("agent.jar"));
		this.database = new Database(this.azure.postgres().dataSource());
		this.sender = new Sender(this.azure.eventHubs().connectionString(), LocalAzure.HUB);
		this.end = new HubEnd(this.database, this.azure.eventHubs().connectionString(), LocalAzure.HUB);
	}

	App start(String name) {
		int port = Ports.free();
		Map<String, String> environment = new HashMap<>(this.azure.settings());
		environment.computeIfPresent("SPRING_DATASOURCE_URL",
				(key, url) -> url.replace(":" + port(url) + "/", ":" + this.postgres.port() + "/"));
		environment.computeIfPresent("SPRING_CLOUD_AZURE_EVENTHUBS_CONNECTION_STRING",
				(key, text) -> text.replace(":" + this.azure.eventHubs().port() + ";", ":" + this.hub.port() + ";"));
		environment.put("SPRING_APPLICATION_JSON", HASTE.replace("\n", ""));
		environment.put("SERVER_PORT", Integer.toString(port));
		App app = App.start(command(name), environment, port,
				this.directory.resolve("%s-%d.log".formatted(name, this.apps.size())));
		this.apps.add(app);
		return app;
	}

	private List<String> command(String name) {
		String arguments = (this.points ? this.traps.port() : 0) + ((this.defect != null) ? "," + this.defect : "");
		return List.of(AppJar.java().toString(), "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-javaagent:%s=%s".formatted(this.agent, arguments), "-jar", AppJar.of(name).toString());
	}

	/** A run that the sender is to send. */
	Rows rows(int round, int numbered) {
		Rows rows = Rows.of(round, numbered);
		UUID replay = UUID.randomUUID();
		this.database.update("insert into replays (id, source, command, state) values (?, 'test', 'stop', 'stopped')",
				replay);
		this.database.update(
				"insert into runs (id, replay_id, source_fingerprint, row_order, total_rows, window_rows,"
						+ " partitions, next_row) values (?, ?, '', 'file', ?, 2000, 4, ?)",
				rows.run(), replay, numbered, numbered);
		this.events += rows.size();
		return rows;
	}

	Load send(Rows rows, Duration duration) {
		return Load.start(this.sender, rows, duration);
	}

	/**
	 * What is there once both paths have come to the end.
	 * @param repeats whether the hub may hold a row more than once
	 */
	Findings findings(Rows rows, boolean repeats, Duration patience) {
		try {
			this.end.await(patience);
		}
		catch (StuckException ex) {
			return Findings.stuck(ex.getMessage());
		}
		return oracle().judge(rows, repeats);
	}

	Oracle oracle() {
		return new Oracle(this.database,
				new Archive(this.directory.resolve("azure").resolve("datalake").resolve("archive")));
	}

	/** Whether the defect is in the application: one that is not proves nothing. */
	boolean isPlanted() {
		return this.defect == null || this.apps.stream()
			.map(App::output)
			.anyMatch((output) -> this.defect.signs().stream().allMatch(output::contains));
	}

	boolean has(Defect other) {
		return this.defect == other;
	}

	LocalAzure azure() {
		return this.azure;
	}

	Database database() {
		return this.database;
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
		this.traps.close();
		this.apps.stream().filter(App::isAlive).forEach(App::kill);
		this.sender.close();
		this.end.close();
		this.hub.close();
		this.postgres.close();
		this.azure.close();
	}

}
