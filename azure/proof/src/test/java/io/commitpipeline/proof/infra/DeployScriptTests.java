package io.commitpipeline.proof.infra;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
class DeployScriptTests {

	private static final List<String> IMAGES = List.of("az acr build", "az acr build", "az acr build", "az acr build");

	@TempDir
	private Path directory;

	private ScriptRun azure;

	@BeforeEach
	void azure() throws IOException {
		this.azure = new ScriptRun(this.directory);
	}

	@Test
	void anEmptySubscriptionGetsEverythingInItsOrder() throws Exception {
		ScriptRun.Result result = deploy();
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.changes()).containsSubsequence("mvn", "az group create", "az deployment group create")
			.containsSubsequence(IMAGES)
			.containsSubsequence("az acr build", "az deployment group create", "az containerapp job start",
					"az storage fs file upload", "az deployment group create");
		assertThat(result.calls()).filteredOn((call) -> call.startsWith("az deployment group create"))
			.extracting((call) -> call.replaceFirst(".*--name (\\w+).*", "$1"))
			.containsExactly("foundation", "jobs", "apps");
		assertThat(result.output()).contains("Console: https://admin.example.com");
	}

	@Test
	void theSecondTimeBuildsNoImageAndKeepsThePasswordAndTheSource() throws Exception {
		Map<String, String> clean = Map.of("GIT_DIR", emptyRepository());
		this.azure.run(clean, "deploy.sh");
		ScriptRun.Result result = this.azure.run(clean, "deploy.sh");
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.changes()).doesNotContain("az group create", "az acr build", "az storage fs file upload")
			.containsSubsequence("az deployment group create", "az containerapp job start");
	}

	@Test
	void whatIfChangesNothing() throws Exception {
		assertThat(deploy("--what-if").changes()).isEmpty();
		deploy();
		assertThat(deploy("--what-if").calls()).filteredOn((call) -> call.startsWith("az deployment group what-if"))
			.extracting((call) -> call.replaceFirst(".*--name (\\w+).*", "$1"))
			.containsExactly("foundation", "apps");
		assertThat(deploy("--what-if").changes()).containsOnly("az deployment group what-if");
	}

	@ParameterizedTest
	@ValueSource(strings = { "account show", "postgres flexible-server list-skus", "mvn", "group create",
			"deployment group create", "acr build", "containerapp job start" })
	void whereAStepFailsNothingAfterItIsDone(String step) throws Exception {
		ScriptRun.Result result = this.azure.run(Map.of("AZ_FAILS", step), "deploy.sh");
		assertThat(result.exitCode()).isNotZero();
		assertThat(result.calls().get(result.calls().size() - 1)).contains(step);
		assertThat(this.azure.has("apps")).isFalse();
	}

	@Test
	void aFailedMigrationShowsItsLogAndLeavesTheAppsAsTheyWere() throws Exception {
		ScriptRun.Result result = this.azure.run(Map.of("AZ_MIGRATION", "Failed"), "deploy.sh");
		assertThat(result.exitCode()).isEqualTo(1);
		assertThat(result.output()).contains("FATAL: the migration's own words", "The apps stay as they were");
		assertThat(this.azure.has("apps")).isFalse();
	}

	@Test
	void refusalsOfTheRegistryNameTheOtherWay() throws Exception {
		assertThat(this.azure.run(Map.of("AZ_FAILS", "acr build"), "deploy.sh").output()).contains("--build local");
	}

	@Test
	void wrongArgumentsAreNamed() throws Exception {
		assertThat(deploy("--size", "huge").output()).contains("There is no size huge");
		assertThat(deploy("--source", "/nowhere.csv").output()).contains("/nowhere.csv cannot be read");
		assertThat(deploy("--nonsense")).satisfies((result) -> assertThat(result.exitCode()).isEqualTo(2));
	}

	@Test
	void noPasswordIsPrintedOrPassedAsAnArgument() throws Exception {
		ScriptRun.Result result = deploy();
		assertThat(result.calls()).noneMatch((call) -> call.contains("consolePassword"));
	}

	@Test
	void whatTheScriptAsksOfADeploymentItsTemplatePutsOut() throws Exception {
		String script = Files.readString(Repository.AZURE.resolve("deploy.sh"));
		assertThat(asked("\\$\\(output (\\w+)\\)", script)).isNotEmpty()
			.isSubsetOf(asked("(?m)^output (\\w+)", Files.readString(Repository.INFRA.resolve("foundation.bicep"))));
		assertThat(asked("--name apps --query properties\\.outputs\\.(\\w+)", script)).isNotEmpty()
			.isSubsetOf(asked("(?m)^output (\\w+)", Files.readString(Repository.INFRA.resolve("apps.bicep"))));
	}

	@Test
	void imagesMayBeBuiltHere() throws Exception {
		ScriptRun.Result result = deploy("--build", "local");
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.changes()).doesNotContain("az acr build")
			.containsSubsequence("az acr login", "docker login registry1.azurecr.io", "docker build",
					"az containerapp job start");
		assertThat(result.calls()).filteredOn((call) -> call.startsWith("docker push registry1.azurecr.io/pipeline-"))
			.hasSize(4);
	}

	@Test
	void aPrivateLakeGetsNoSourceFromOutside() throws Exception {
		ScriptRun.Result result = deploy("--size", "production");
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.changes()).doesNotContain("az storage fs file upload");
		assertThat(deploy("--size", "production", "--source", "azure/deploy.sh").output())
			.contains("takes no file from outside");
		assertThat(deploy("--size", "production", "--operator-address", "192.0.2.1").changes())
			.contains("az storage fs file upload");
	}

	@Test
	void withAnAppInEntraIdPeopleLogInThereAndThereIsNoPasswordToTell() throws Exception {
		ScriptRun.Result result = deploy("--client-id", "an-app");
		assertThat(result.calls()).filteredOn((call) -> call.contains("step=apps"))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains("clientId=an-app");
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).doesNotContain("console-password").contains("Console: ");
	}

	@Test
	void aPauseStopsTheAppsThenTheDatabaseAndResumingGoesTheOtherWay() throws Exception {
		ScriptRun.Result pause = this.azure.run(Map.of(), "pause.sh");
		assertThat(pause.changes()).as(pause.output())
			.containsExactly("az resource invoke-action", "az resource invoke-action", "az resource invoke-action",
					"az postgres flexible-server stop");
		ScriptRun.Result resume = this.azure.run(Map.of(), "resume.sh");
		assertThat(resume.changes()).as(resume.output())
			.containsExactly("az postgres flexible-server start", "az resource invoke-action",
					"az resource invoke-action", "az resource invoke-action");
		assertThat(this.azure.run(Map.of(), "resume.sh").changes()).doesNotContain("az postgres flexible-server start");
	}

	@Test
	void destroyingRemovesTheGroupAndIsDoneOnce() throws Exception {
		deploy();
		assertThat(this.azure.run(Map.of(), "destroy.sh", "commits", "--yes").changes())
			.containsExactly("az group delete");
		assertThat(this.azure.run(Map.of(), "destroy.sh", "commits", "--yes").output())
			.contains("There is no group commits");
	}

	@Test
	void shellcheckFindsNothing() throws Exception {
		boolean there = new ProcessBuilder("sh", "-c", "command -v shellcheck").start().waitFor() == 0;
		if ("true".equals(System.getenv("CI"))) {
			assertThat(there).as("shellcheck is installed").isTrue();
		}
		Assumptions.assumeTrue(there, "shellcheck is not installed");
		Process check = new ProcessBuilder("sh", "-c",
				"shellcheck azure/*.sh .ci/run azure/proof/src/test/resources/infra/az")
			.directory(Repository.ROOT.toFile())
			.redirectErrorStream(true)
			.start();
		assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
		assertThat(check.waitFor()).isZero();
	}

	private static List<String> asked(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map((match) -> match.group(1)).toList();
	}

	private ScriptRun.Result deploy(String... arguments) throws Exception {
		return this.azure.run(Map.of(), "deploy.sh", arguments);
	}

	/** A work tree with changes gets images of its own each time. */
	private String emptyRepository() throws Exception {
		Path repository = Files.createDirectories(this.directory.resolve("repository"));
		for (String command : List.of("git init -q",
				"git -c user.name=t -c user.email=t@example.com commit -q --allow-empty -m t",
				"git config core.bare true")) {
			assertThat(
					new ProcessBuilder(command.split(" ")).directory(repository.toFile()).inheritIO().start().waitFor())
				.isZero();
		}
		return repository.resolve(".git").toString();
	}

}
