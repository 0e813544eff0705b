package io.commitpipeline.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.commitpipeline.local.LocalAzure;
import io.commitpipeline.local.files.PrivateFiles;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code azure.env}: the settings for other clients, there while anything runs.
 */
public final class SettingsFile implements AutoCloseable {

	private final Path file;

	private final Map<String, String> settings = new LinkedHashMap<>();

	SettingsFile(Path file) {
		this.file = file;
	}

	/**
	 * Reads what another program wrote.
	 * @param file the file
	 * @return settings by name
	 * @throws IOException if it cannot be read
	 */
	public static Map<String, String> read(Path file) throws IOException {
		Map<String, String> settings = new HashMap<>();
		for (String line : Files.readAllLines(file)) {
			int equals = line.indexOf('=');
			settings.put(line.substring(0, equals), line.substring(equals + 1));
		}
		return settings;
	}

	/**
	 * Reaches the database.
	 * @param settings as read from a file
	 * @return connections to it
	 */
	static DataSource database(Map<String, String> settings) {
		PGSimpleDataSource database = new PGSimpleDataSource();
		database.setUrl(settings.get("POSTGRES_URL"));
		database.setUser(settings.get("POSTGRES_USER"));
		database.setPassword(settings.get("POSTGRES_PASSWORD"));
		return database;
	}

	synchronized Map<String, String> values() {
		return Map.copyOf(this.settings);
	}

	synchronized void azure(LocalAzure azure) {
		this.settings.putAll(azure.connections());
		pids(Map.of("postgres", azure.postgres().pid()));
	}

	synchronized void console(String url, ConsoleAccount account) {
		this.settings.put("CONSOLE_URL", url);
		this.settings.put("CONSOLE_USER", account.user());
		this.settings.put("CONSOLE_PASSWORD", account.password());
		write();
	}

	synchronized void pids(Map<String, Long> pids) {
		pids.forEach((name, pid) -> this.settings.put(name.toUpperCase(Locale.ROOT) + "_PID", pid.toString()));
		write();
	}

	@Override
	public void close() {
		forget();
	}

	/** What a killed program left behind is not true any more. */
	synchronized void forget() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write() {
		try {
			PrivateFiles.write(this.file,
					this.settings.entrySet()
						.stream()
						.map((setting) -> setting.getKey() + "=" + setting.getValue() + "\n")
						.collect(Collectors.joining()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
