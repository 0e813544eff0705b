package io.commitpipeline.admin.sources;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.commitpipeline.admin.ConsoleTest;
import io.commitpipeline.local.datalake.LocalDataLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Uploads, into the stand-in of the lake.
 */
@SpringBootTest(properties = { "pipeline.uploads.block-size=64KB", "pipeline.uploads.max-size=1MB" })
@AutoConfigureMockMvc
@WithMockUser(username = "ann", roles = "OPERATOR")
@ConsoleTest
class UploadTests {

	private static Path directory;

	private static LocalDataLake lake;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	static void lake(LocalDataLake started) {
		lake = started;
		directory = started.directory();
	}

	@Test
	void aFileOfManyBlocksIsInTheLakeAsItWas() throws Exception {
		byte[] content = new byte[300_000];
		Arrays.fill(content, (byte) 'x');
		upload("november.csv", content).andExpect(redirectedUrl("/replay?source=november.csv#chosen"))
			.andExpect(flash().attributeExists("notice"));
		assertThat(directory.resolve("sources/november.csv")).hasBinaryContent(content);
		assertThat(directory.resolve("sources/.uploads")).isEmptyDirectory();
		assertThat(audit()).contains("ann source.upload november.csv done");
	}

	@Test
	void whatIsThereStaysAsItIs() throws Exception {
		upload("december.csv", "first".getBytes(StandardCharsets.UTF_8));
		upload("december.csv", "second".getBytes(StandardCharsets.UTF_8)).andExpect(
				flash().attribute("problem", "There is a source december.csv already: give the file another name."));
		assertThat(Files.readString(directory.resolve("sources/december.csv"))).isEqualTo("first");
	}

	@ParameterizedTest
	@ValueSource(strings = { "notes.txt", "../november.csv.exe", ".hidden.csv", "a b.csv", "" })
	void anotherKindOfNameIsRefused(String name) throws Exception {
		upload(name, new byte[1]).andExpect(flash().attribute("problem",
				"A source is named by letters, digits, dots, dashes and underscores, and ends in .csv."));
	}

	@Test
	void aFileThatBreaksOffIsNotThere() throws Exception {
		byte[] whole = new Form("none", "broken.csv").body(new ByteArrayInputStream(new byte[300_000])).readAllBytes();
		send(Arrays.copyOf(whole, 200_000)).andExpect(flash().attribute("problem",
				"The file broke off on its way. Nothing of it is in the lake: try again."));
		assertThat(directory.resolve("sources/broken.csv")).doesNotExist();
		assertThat(directory.resolve("sources/.uploads")).isEmptyDirectory();
	}

	@Test
	void aFormWithoutAFileSaysWhatToDo() throws Exception {
		send("--X-BOUNDARY\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--X-BOUNDARY--\r\n"
			.getBytes(StandardCharsets.UTF_8)).andExpect(flash().attribute("problem", "Choose a file first."));
	}

	@Test
	void aFileBeyondTheLimitIsRefusedUnread() throws Exception {
		upload("large.csv", new byte[1_200_000]).andExpect(status().isPayloadTooLarge());
		assertThat(directory.resolve("sources/large.csv")).doesNotExist();
	}

	@Test
	@WithMockUser(roles = "VIEWER")
	void aViewerUploadsNothing() throws Exception {
		upload("viewer.csv", new byte[1]).andExpect(status().isForbidden());
		assertThat(directory.resolve("sources/viewer.csv")).doesNotExist();
	}

	private ResultActions upload(String name, byte[] content) throws Exception {
		return send(new Form("none", name).body(new ByteArrayInputStream(content)).readAllBytes());
	}

	private ResultActions send(byte[] body) throws Exception {
		return this.mvc.perform(post("/sources").contentType(Form.CONTENT_TYPE).content(body).with(csrf().asHeader()));
	}

	private List<String> audit() {
		return this.jdbc.sql("select concat_ws(' ', actor, action, subject, result) from audit")
			.query(String.class)
			.list();
	}

}
