package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a compiler would find, and what it would not: that the templates deploy what
 * {@code apps.yaml} asks for, with roles instead of keys.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatesTests {

	/** Of Azure's own documentation of built-in roles. */
	private static final Map<String, String> ROLES = Map.of("eventHubsDataSender",
			"2b629674-e913-4c01-ae53-ef4638d8f975", "eventHubsDataReceiver", "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
			"storageBlobDataReader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "storageBlobDataContributor",
			"ba92f5b4-2d11-453d-a403-e96b0029c9fe", "acrPull", "7f951dda-4ed3-4680-a7ca-43fe172d538d",
			"monitoringMetricsPublisher", "3913510d-42f4-4e42-8a64-420c390055eb");

	/** The provider, or a type that has a version of its own. */
	private static final Map<String, String> VERSIONS = Map.ofEntries(Map.entry("Microsoft.App/", "2026-01-01"),
			Map.entry("Microsoft.Authorization/roleAssignments", "2022-04-01"),
			Map.entry("Microsoft.ContainerRegistry/", "2025-11-01"),
			Map.entry("Microsoft.DBforPostgreSQL/", "2025-08-01"), Map.entry("Microsoft.EventHub/", "2024-01-01"),
			Map.entry("Microsoft.Insights/actionGroups", "2023-01-01"),
			Map.entry("Microsoft.Insights/components", "2020-02-02"),
			Map.entry("Microsoft.Insights/diagnosticSettings", "2021-05-01-preview"),
			Map.entry("Microsoft.Insights/metricAlerts", "2018-03-01"),
			Map.entry("Microsoft.Insights/scheduledQueryRules", "2021-08-01"),
			Map.entry("Microsoft.ManagedIdentity/", "2024-11-30"),
			Map.entry("Microsoft.Network/privateDnsZones", "2024-06-01"),
			Map.entry("Microsoft.Network/privateEndpoints", "2024-05-01"),
			Map.entry("Microsoft.Network/virtualNetworks", "2024-05-01"),
			Map.entry("Microsoft.OperationalInsights/", "2025-07-01"),
			Map.entry("Microsoft.Resources/deployments", "2024-03-01"), Map.entry("Microsoft.Storage/", "2025-06-01"));

	/** Where an app says nothing else. */
	private static final String SPRINGS_PHASE = "30s";

	private Map<String, Template> templates;

	private AppsYaml apps;

	@BeforeAll
	void read() throws IOException, InterruptedException {
		this.templates = Templates.read();
		this.apps = AppsYaml.read();
	}

	@Test
	void everyFileParses() {
		assertThat(this.templates).isNotEmpty()
			.allSatisfy((file, template) -> assertThat(template.errors()).as(file).isEmpty());
	}

	@Test
	void everyResourceHasTheVersionThatWasLookedUp() {
		assertThat(all(Template::resources).map(Template.Declaration::target)).isNotEmpty()
			.allSatisfy((type) -> assertThat(VERSIONS).as(type)
				.anySatisfy((prefix, version) -> assertThat(type).startsWith(prefix).endsWith("@" + version)));
	}

	@Test
	void everyRoleIsTheOneOfItsName() throws IOException {
		assertThat(matches("(\\w+): '([0-9a-f-]{36})'", text("roles.bicep"))
			.collect(Collectors.toMap((match) -> match.group(1), (match) -> match.group(2)))).isEqualTo(ROLES);
		assertThat(all(Template::resources).filter((one) -> one.target().contains("/roleAssignments@"))).isNotEmpty()
			.allSatisfy((assignment) -> {
				List<String> named = matches("roles\\.(\\w+)", assignment.text()).map((match) -> match.group(1))
					.toList();
				assertThat(named).as(assignment.text()).hasSize(2).allMatch(ROLES::containsKey);
				assertThat(Set.copyOf(named)).as("in name and definition of " + assignment.symbol()).hasSize(1);
				assertThat(assignment.text()).contains("principalType");
			});
		assertThat(this.templates.keySet().stream().filter((file) -> !file.equals("roles.bicep")).map(this::text))
			.noneMatch((text) -> text.matches("(?s).*[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}.*"));
	}

	@Test
	void everyModuleIsGivenWhatItTakesAndAskedForWhatItGives() {
		this.templates.forEach((file, template) -> template.modules().forEach((module) -> {
			Template target = this.templates.get(module.target());
			assertThat(target).as(module.target()).isNotNull();
			assertThat(target.parameters().stream().map(Template.Declaration::symbol)).as(file + ": " + module.symbol())
				.containsAll(module.parameters());
			assertThat(module.parameters()).as(file + ": " + module.symbol())
				.containsAll(target.parameters()
					.stream()
					.filter((parameter) -> parameter.target().equals("required"))
					.map(Template.Declaration::symbol)
					.toList());
			assertThat(matches("\\b" + module.symbol() + "\\.outputs\\.(\\w+)", template.text())
				.map((one) -> one.group(1))).as(file + ": outputs of " + module.symbol())
				.isSubsetOf(symbols(target.outputs()));
		}));
		assertThat(matches("outputs\\.(\\w+)\\.value", text("apps.bicep")).map((one) -> one.group(1)).distinct())
			.isNotEmpty()
			.isSubsetOf(symbols(this.templates.get("foundation.bicep").outputs()));
	}

	@Test
	void noKeyAndNoPasswordComesOutAndNoneIsAskedFor() {
		assertThat(all(Template::outputs)).allSatisfy((output) -> assertThat(output.text().toLowerCase())
			.doesNotContain("password", "secret", "sharedkey", "accountkey", "listkeys"));
		assertThat(this.templates.values())
			.allSatisfy((template) -> assertThat(template.text()).doesNotContain("listKeys", "listCredentials",
					"listConnectionStrings", "administratorLoginPassword", "newGuid(", "adminUserEnabled: true"));
		assertThat(text("modules/eventhubs.bicep")).contains("disableLocalAuth: true");
		assertThat(text("modules/postgres.bicep")).contains("passwordAuth: 'Disabled'");
		assertThat(List.of("modules/lake.bicep", "modules/checkpoints.bicep"))
			.allSatisfy((file) -> assertThat(text(file)).contains("allowSharedKeyAccess: false",
					"allowBlobPublicAccess: false", "minimumTlsVersion: 'TLS1_2'"));
		assertThat(text("modules/monitoring.bicep")).contains("DisableLocalAuth: true");
		assertThat(matches("@secure\\(\\)\\s+(?:@\\w+\\([^)]*\\)\\s+)*param (\\w+)", text("apps.bicep"))
			.map((match) -> match.group(1))).containsExactly("consolePassword");
	}

	@Test
	void noSecretStandsInTheEnvironment() {
		Stream.of(this.apps.apps(), this.apps.jobs())
			.flatMap((all) -> all.values().stream())
			.flatMap((definition) -> this.apps.environment(definition).entrySet().stream())
			.filter((setting) -> setting.getKey().matches(".*(PASSWORD|KEY|SECRET|CONNECTION_STRING)"))
			.forEach((setting) -> assertThat(setting.getValue()).as(setting.getKey()).isInstanceOf(Map.class));
	}

	@Test
	void namesThatTheAutoscalerComparesAreInLowerCase() {
		assertThat(all(Template::resources).filter((one) -> one.target().matches("Microsoft\\.(EventHub|Storage)/.*"))
			.map(Template.Declaration::name)
			.filter((name) -> name.startsWith("'"))).isNotEmpty().allMatch((name) -> name.equals(name.toLowerCase()));
		assertThat(text("apps.bicep")).contains("eventHubNamespace: toLower(", "eventHubName: toLower(");
	}

	@Test
	void theScaleRuleNamesAGroupAndAContainerThatAreThere() {
		Map<String, Object> scale = AppsYaml.map(this.apps.apps().get("processor"), "scale");
		String group = "'" + scale.get("group") + "'";
		assertThat(names("modules/eventhubs.bicep", "/consumergroups@")).contains(group).hasSize(2);
		assertThat(names("modules/checkpoints.bicep", "/containers@")).contains(group)
			.containsExactlyInAnyOrderElementsOf(names("modules/eventhubs.bicep", "/consumergroups@"));
		assertThat(text("apps.bicep")).contains("consumerGroup: definition.apps.processor.scale.group",
				"blobContainer: definition.apps.processor.scale.group", "checkpointStrategy: 'blobMetadata'",
				"unprocessedEventThreshold: string(definition.apps.processor.scale.threshold)",
				"storageAccountName: outputs.checkpoints.value", "identity: outputs.processor.value.id");
		assertThat(scale.get("threshold")).isInstanceOf(Integer.class);
	}

	@Test
	void checkpointsHaveAnAccountOfTheirOwnThatKeepsNoVersions() {
		assertThat(text("modules/checkpoints.bicep")).contains("isHnsEnabled: false", "isVersioningEnabled: false",
				"deleteRetentionPolicy: { enabled: false }", "containerDeleteRetentionPolicy: { enabled: false }");
		assertThat(text("modules/lake.bicep")).contains("isHnsEnabled: true");
		assertThat(names("modules/lake.bicep", "/containers@")).containsExactlyInAnyOrder("'archive'", "'sources'");
	}

	@Test
	void everyReferenceOfTheAppsMeansSomethingOnAzure() {
		Set<String> known = new TreeSet<>(this.templates.get("apps.bicep")
			.variables()
			.stream()
			.filter((variable) -> variable.symbol().equals("references"))
			.findFirst()
			.orElseThrow()
			.keys());
		assertThat(matches("'([a-z]+\\.[a-zA-Z]+)': \\{ value", text("apps.bicep")).map((match) -> match.group(1)))
			.contains("app.port", "identity.clientId", "insights.authentication");
		known.addAll(Set.of("app.port", "identity.clientId", "insights.authentication"));
		assertThat(known).isEqualTo(this.apps.references());
	}

	@Test
	void everyAlertIsOnAMetricThatAnAppHasAndInTheRunbook() throws IOException {
		Set<String> metrics = new TreeSet<>();
		for (String app : this.apps.apps().keySet()) {
			try (Stream<Path> sources = Files.walk(Repository.ROOT.resolve("pipeline-" + app + "/src/main/java"))) {
				for (Path source : sources.filter(Files::isRegularFile).toList()) {
					matches("\"(pipeline(?:\\.[a-z]+)+)\"", Files.readString(source))
						.forEach((match) -> metrics.add(match.group(1).replace('.', '_')));
				}
			}
		}
		String alerts = text("modules/alerts.bicep");
		assertThat(matches("metric: '(\\w+)'", alerts).map((match) -> match.group(1))).hasSize(6).isSubsetOf(metrics);
		String runbook = Files.readString(Repository.ROOT.resolve("docs").resolve("operations.md"));
		assertThat(matches("name: '([a-z-]+)'\\s+description", alerts).map((match) -> match.group(1))).hasSize(6)
			.allMatch((alert) -> runbook.contains("\n| " + alert + " | "));
	}

	@Test
	void aGracePeriodCoversTheDrain() throws IOException {
		for (String app : List.of("producer", "processor", "admin")) {
			Map<String, Object> settings = AppsYaml
				.load(Repository.ROOT.resolve("pipeline-" + app + "/src/main/resources/application.yml"));
			Map<String, Object> lifecycle = AppsYaml.map(AppsYaml.map(settings, "spring"), "lifecycle");
			int drain = seconds((lifecycle != null) ? lifecycle.get("timeout-per-shutdown-phase") : SPRINGS_PHASE);
			// Two phases may take their time, the work and the web server's, and the
			// process has to end.
			assertThat((int) this.apps.apps().get(app).get("gracePeriod")).as(app)
				.isGreaterThanOrEqualTo(2 * drain + 5);
		}
		assertThat(text("modules/app.bicep")).contains("terminationGracePeriodSeconds: app.gracePeriod");
	}

	@Test
	void ownershipOutlivesSomeRenewals() throws IOException {
		AppsYaml.load(Repository.INFRA.resolve("sizes.yaml")).forEach((size, definition) -> {
			Map<?, ?> ownership = (Map<?, ?>) ((Map<?, ?>) definition).get("ownership");
			assertThat(seconds(ownership.get("expiry"))).as(size)
				.isBetween(3 * seconds(ownership.get("interval")), 120);
		});
	}

	@Test
	void everySizeOfEveryAppIsOneThatContainerAppsHas() throws IOException {
		Stream.of(this.apps.apps(), this.apps.jobs()).flatMap((all) -> all.values().stream()).forEach((definition) -> {
			double cpu = Double.parseDouble((String) definition.get("cpu"));
			double memory = Double.parseDouble(((String) definition.get("memory")).replace("Gi", ""));
			assertThat(memory).isEqualTo(cpu * 2);
			assertThat(cpu / 0.25).isBetween(1.0, 16.0).isEqualTo(Math.rint(cpu / 0.25));
		});
		assertThat(this.apps.apps().values())
			.allSatisfy((app) -> assertThat((int) app.get("gracePeriod")).isBetween(10, 600));
		assertThat(Files.readString(Repository.AZURE.resolve("apps.yaml"))).doesNotContain("<<:", " &", " *");
	}

	private static int seconds(Object duration) {
		return Integer.parseInt(duration.toString().replaceFirst("s$", ""));
	}

	private Stream<Template.Declaration> all(Function<Template, List<Template.Declaration>> kind) {
		return this.templates.values().stream().flatMap((template) -> kind.apply(template).stream());
	}

	private String text(String file) {
		return this.templates.get(file).text();
	}

	private List<String> names(String file, String type) {
		return this.templates.get(file)
			.resources()
			.stream()
			.filter((one) -> one.target().contains(type))
			.map(Template.Declaration::name)
			.toList();
	}

	private static List<String> symbols(List<Template.Declaration> declarations) {
		return declarations.stream().map(Template.Declaration::symbol).toList();
	}

	private static Stream<MatchResult> matches(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results();
	}

}
