package io.commitpipeline.local.eventhubs.broker;

import java.util.List;

/**
 * A hub as its user wants it.
 *
 * @param name its name
 * @param partitions how many partitions it has
 * @param consumerGroups its consumer groups
 */
public record HubDefinition(String name, int partitions, List<String> consumerGroups) {

	/**
	 * The group that every hub has.
	 */
	public static final String DEFAULT_GROUP = "$Default";

	private static final int DEFAULT_PARTITIONS = 4;

	/**
	 * Checks the definition.
	 */
	public HubDefinition {
		if (!name.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,254}[A-Za-z0-9])?")) {
			throw new IllegalArgumentException(
					"hub name '%s': expected letters, digits, '.', '-' and '_', a letter or digit at both ends"
						.formatted(name));
		}
		if (partitions < 1 || partitions > 1024) {
			throw new IllegalArgumentException(
					"hub '%s': expected 1 to 1024 partitions, not %d".formatted(name, partitions));
		}
		consumerGroups = List.copyOf(consumerGroups);
	}

	/**
	 * Reads a definition.
	 * @param text {@code NAME[:PARTITIONS[:GROUP,GROUP...]]}, of four partitions without
	 * a number
	 * @return the definition
	 */
	public static HubDefinition parse(String text) {
		String[] parts = text.split(":", 3);
		List<String> groups = (parts.length > 2) ? List.of(parts[2].split(",")) : List.of();
		try {
			return new HubDefinition(parts[0], (parts.length > 1) ? Integer.parseInt(parts[1]) : DEFAULT_PARTITIONS,
					groups);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(
					"hub '%s': expected a number of partitions, not '%s'".formatted(parts[0], parts[1]), ex);
		}
	}

	HubDefinition withPartitions(int partitions) {
		return new HubDefinition(this.name, partitions, this.consumerGroups);
	}

	boolean hasGroup(String group) {
		return group.equalsIgnoreCase(DEFAULT_GROUP) || this.consumerGroups.stream().anyMatch(group::equalsIgnoreCase);
	}

}
