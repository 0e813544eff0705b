package io.commitpipeline.producer.sources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import com.azure.storage.file.datalake.DataLakeFileSystemClient;
import com.azure.storage.file.datalake.DataLakeServiceClient;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.junit.LocalAzureTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@LocalAzureTest
class SourcesTests {

	private DataLakeServiceClient lake;

	private Sources sources;

	@BeforeEach
	void emptyLake(LocalDataLake server) {
		LakeProperties properties = new LakeProperties(server.endpoint(), server.accountName(), server.accountKey());
		this.lake = new LakeConfiguration().lake(properties, null);
		this.sources = new Sources(this.lake);
		DataLakeFileSystemClient files = this.lake.getFileSystemClient("sources");
		files.listPaths().forEach((path) -> files.getDirectoryClient(path.getName()).deleteRecursively());
	}

	@Test
	void aSourceIsReadWholeAndFingerprinted() throws IOException {
		put("logs/november.csv", "hello\n");
		try (OpenSource source = this.sources.open("logs/november.csv")) {
			assertThat(source.content().readNBytes(3)).asString(StandardCharsets.UTF_8).isEqualTo("hel");
			assertThat(source.fingerprint())
				.isEqualTo("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
		}
	}

	@Test
	void otherContentIsAnotherVersion() {
		put("november.csv", "one");
		String first = this.sources.version("november.csv");
		assertThat(this.sources.version("november.csv")).isEqualTo(first);
		put("november.csv", "two");
		assertThat(this.sources.version("november.csv")).isNotEqualTo(first);
	}

	@Test
	void aMissingSourceIsNamedTogetherWithThoseThatAreThere() {
		put("logs/november.csv", "one");
		assertThatExceptionOfType(SourceNotFoundException.class).isThrownBy(() -> this.sources.open("december.csv"))
			.withMessage("There is no source 'december.csv'; the file system 'sources' holds logs/november.csv");
		assertThatExceptionOfType(SourceNotFoundException.class).isThrownBy(() -> this.sources.version("december.csv"));
	}

	private void put(String name, String content) {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		this.lake.getFileSystemClient("sources")
			.getFileClient(name)
			.upload(new ByteArrayInputStream(bytes), bytes.length, true);
	}

}
