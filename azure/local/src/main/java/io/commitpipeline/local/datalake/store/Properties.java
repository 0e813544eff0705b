package io.commitpipeline.local.datalake.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plain file cannot hold: properties of the content and the user's metadata.
 *
 * @param content what the file tells of its content
 * @param metadata what its user noted down with it
 */
public record Properties(Map<ContentProperty, String> content, Map<String, String> metadata) {

	/** None at all. */
	public static final Properties NONE = new Properties(Map.of(), Map.of());

	public Properties {
		content = Map.copyOf(content);
		metadata = Map.copyOf(metadata);
	}

	public Properties withContent(Map<ContentProperty, String> changed) {
		return new Properties(changed, this.metadata);
	}

	public Properties withMetadata(Map<String, String> changed) {
		return new Properties(this.content, changed);
	}

	/**
	 * These properties with some of the content's replaced, the others kept.
	 * @param changes what changes
	 * @return the changed properties
	 */
	public Properties mergeContent(Map<ContentProperty, String> changes) {
		Map<ContentProperty, String> merged = new EnumMap<>(ContentProperty.class);
		merged.putAll(this.content);
		merged.putAll(changes);
		return withContent(merged);
	}

	/**
	 * These properties with some of the metadata replaced, the others kept.
	 * @param changes what changes
	 * @return the changed properties
	 */
	public Properties mergeMetadata(Map<String, String> changes) {
		Map<String, String> merged = new TreeMap<>(this.metadata);
		merged.putAll(changes);
		return withMetadata(merged);
	}

}
