package io.commitpipeline.local.datalake.store;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a plain file cannot hold: properties of the content and the user's metadata.
 *
 * @param content what the file tells of its content
 * @param metadata what its user noted down with it
 * @param blocks the blocks that it was made of, if it was
 */
public record Properties(Map<ContentProperty, String> content, Map<String, String> metadata, List<Block> blocks) {

	/** None at all. */
	public static final Properties NONE = new Properties(Map.of(), Map.of());

	public Properties {
		content = Map.copyOf(content);
		metadata = Map.copyOf(metadata);
		blocks = (blocks != null) ? List.copyOf(blocks) : List.of();
	}

	public Properties(Map<ContentProperty, String> content, Map<String, String> metadata) {
		this(content, metadata, List.of());
	}

	public Properties withBlocks(List<Block> changed) {
		return new Properties(this.content, this.metadata, changed);
	}

	public Properties withContent(Map<ContentProperty, String> changed) {
		return new Properties(changed, this.metadata, this.blocks);
	}

	public Properties withMetadata(Map<String, String> changed) {
		return new Properties(this.content, changed, this.blocks);
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

}
