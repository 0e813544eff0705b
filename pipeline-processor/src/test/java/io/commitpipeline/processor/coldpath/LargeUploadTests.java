package io.commitpipeline.processor.coldpath;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.azure.core.credential.TokenCredential;
import io.commitpipeline.local.datalake.LocalDataLake;
import io.commitpipeline.local.junit.LocalAzureTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An upload holds blocks in memory, not files.
 */
@LocalAzureTest
class LargeUploadTests {

	/** A gigabyte goes through as well, and takes four times as long. */
	private static final long BYTES = 256L << 20;

	@Test
	void aFileGoesThroughAHeapOfAFifthOfItsSize(LocalDataLake lake, @TempDir Path directory) throws Exception {
		Path large = directory.resolve("large");
		try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
			file.setLength(BYTES);
		}
		Process upload = new ProcessBuilder(command(lake, large)).redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
		assertThat(upload.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(upload.exitValue()).as(() -> log(directory)).isZero();
		assertThat(lake.directory().resolve("archive/tmp/large")).hasSize(BYTES);
	}

	private static List<String> command(LocalDataLake lake, Path large) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx48m",
				"-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
				LargeUploadTests.class.getName(), lake.endpoint(), lake.accountName(), lake.accountKey(),
				large.toString());
	}

	private static String log(Path directory) {
		try {
			return Files.readString(directory.resolve("log"));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	/**
	 * Uploads with what the application uploads with.
	 * @param args endpoint, account and key of a lake, the file
	 */
	public static void main(String[] args) {
		LakeProperties properties = new LakeProperties(args[0], args[1], args[2], Duration.ofSeconds(15));
		new LakeConfiguration().lake(properties, new StaticListableBeanFactory().getBeanProvider(TokenCredential.class))
			.upload(Path.of(args[3]), "tmp/large");
		// Threads of the SDK would keep the process up for a while.
		System.exit(0);
	}

}
