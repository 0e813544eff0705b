package io.commitpipeline.db;

import java.util.Map;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

/**
 * Where the database is and who signs in, under the names that the applications read:
 * {@code SPRING_DATASOURCE_URL}, {@code SPRING_DATASOURCE_USERNAME} and either
 * {@code SPRING_DATASOURCE_PASSWORD}, or
 * {@code SPRING_DATASOURCE_AZURE_PASSWORDLESS_ENABLED} with the identity of
 * {@code SPRING_CLOUD_AZURE_CREDENTIAL_CLIENT_ID}.
 *
 * @param url JDBC's
 * @param username a role of the database that may create others
 * @param password null where the identity's token takes its place
 */
record DatabaseSettings(String url, String username, String password) {

	private static final String IDENTITY = "authenticationPluginClassName"
			+ "=com.azure.identity.extensions.jdbc.postgresql.AzurePostgresqlAuthenticationPlugin"
			+ "&azure.managedIdentityEnabled=true&azure.clientId=";

	static DatabaseSettings of(Map<String, String> environment) {
		String url = required(environment, "SPRING_DATASOURCE_URL");
		String username = required(environment, "SPRING_DATASOURCE_USERNAME");
		if (Boolean.parseBoolean(environment.get("SPRING_DATASOURCE_AZURE_PASSWORDLESS_ENABLED"))) {
			String identity = IDENTITY + required(environment, "SPRING_CLOUD_AZURE_CREDENTIAL_CLIENT_ID");
			return new DatabaseSettings(url + (url.contains("?") ? "&" : "?") + identity, username, null);
		}
		return new DatabaseSettings(url, username, environment.get("SPRING_DATASOURCE_PASSWORD"));
	}

	DataSource dataSource() {
		return Flyway.configure().dataSource(this.url, this.username, this.password).getDataSource();
	}

	/**
	 * Roles belong to the server. On Azure the functions that make them are in the
	 * database that every server has.
	 */
	DataSource maintenance() {
		String server = this.url.replaceFirst("/[^/?]+(?=$|\\?)", "/postgres");
		return new DatabaseSettings(server, this.username, this.password).dataSource();
	}

	private static String required(Map<String, String> environment, String name) {
		String value = environment.get(name);
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(name + " is not set");
		}
		return value;
	}

	@Override
	public String toString() {
		return "DatabaseSettings[url=" + this.url + ", username=" + this.username + "]";
	}

}
