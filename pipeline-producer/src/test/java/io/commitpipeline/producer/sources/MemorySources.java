package io.commitpipeline.producer.sources;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.azure.storage.file.datalake.DataLakeServiceClient;

import org.springframework.context.annotation.Primary;

/**
 * Sources without a lake, for tests of what is done with them.
 */
@Primary
public class MemorySources extends Sources {

	private static final Map<String, String> FILES = new ConcurrentHashMap<>();

	MemorySources(DataLakeServiceClient lake) {
		super(lake);
	}

	public static void put(String name, String content) {
		FILES.put(name, content);
	}

	@Override
	public OpenSource open(String source) {
		return new OpenSource(new ByteArrayInputStream(content(source).getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public String version(String source) {
		return String.valueOf(content(source).hashCode());
	}

	@Override
	public List<SourceFile> list() {
		return FILES.entrySet()
			.stream()
			.map((file) -> new SourceFile(file.getKey(), version(file.getKey()), file.getValue().length(),
					Instant.EPOCH))
			.toList();
	}

	private static String content(String source) {
		return Optional.ofNullable(FILES.get(source))
			.orElseThrow(() -> new SourceNotFoundException(source, List.of("other.csv")));
	}

}
