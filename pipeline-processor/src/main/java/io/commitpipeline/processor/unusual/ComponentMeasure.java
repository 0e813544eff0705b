package io.commitpipeline.processor.unusual;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.commitpipeline.processor.unusual.Measured.Bar;

/**
 * Commits in components that others with the same habits hardly touch. The same habits
 * have those whose commits are spread over components most alike.
 */
class ComponentMeasure implements Measure {

	private static final double PEERS = 0.2;

	private static final int FEWEST_PEERS = 5;

	private static final double HARDLY = 0.1;

	private static final int SHOWN = 12;

	@Override
	public Signal signal() {
		return Signal.COMPONENTS;
	}

	@Override
	public Map<String, Measured> of(List<AuthorProfile> authors) {
		Map<String, Map<String, Double>> shares = authors.stream()
			.collect(Collectors.toMap(AuthorProfile::author, ComponentMeasure::shares));
		int peers = (int) Math.max(FEWEST_PEERS, authors.size() * PEERS);
		return authors.stream()
			.collect(Collectors.toMap(AuthorProfile::author,
					(author) -> measured(author, peersOf(author.author(), shares, peers))));
	}

	private static Map<String, Double> shares(AuthorProfile author) {
		Map<String, Double> shares = new HashMap<>();
		author.components().keySet().forEach((name) -> shares.put(name, author.shareOfComponent(name)));
		double length = Math.sqrt(shares.values().stream().mapToDouble((share) -> share * share).sum());
		return (length == 0) ? Map.of() : shares;
	}

	private static Map<String, Double> peersOf(String author, Map<String, Map<String, Double>> shares, int number) {
		Map<String, Double> own = shares.get(author);
		Map<String, Double> mean = new HashMap<>();
		shares.entrySet()
			.stream()
			.filter((other) -> !other.getKey().equals(author))
			.sorted(Comparator.<Map.Entry<String, Map<String, Double>>>comparingDouble(
					(other) -> -likeness(own, other.getValue()))
				.thenComparing(Map.Entry::getKey))
			.limit(number)
			.forEach((peer) -> peer.getValue()
				.forEach((component, share) -> mean.merge(component, share / number, Double::sum)));
		return mean;
	}

	/** The cosine of the angle between them. */
	private static double likeness(Map<String, Double> one, Map<String, Double> other) {
		return product(one, other) / Math.sqrt(Math.max(Double.MIN_NORMAL, product(one, one) * product(other, other)));
	}

	private static double product(Map<String, Double> one, Map<String, Double> other) {
		double sum = 0;
		for (Map.Entry<String, Double> entry : one.entrySet()) {
			sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
		}
		return sum;
	}

	private static Measured measured(AuthorProfile author, Map<String, Double> peers) {
		double strange = author.components()
			.keySet()
			.stream()
			.mapToDouble((name) -> isStrange(author, name, peers) ? author.components().get(name) : 0)
			.sum();
		List<Bar> bars = author.components()
			.keySet()
			.stream()
			.map((name) -> Bar.of(name, author.shareOfComponent(name), peers.getOrDefault(name, 0.0))
				.with(isStrange(author, name, peers) ? "hardly touched by others with the same habits" : null))
			.sorted(Comparator.comparing((Bar bar) -> bar.note() == null)
				.thenComparing(Comparator.comparing(Bar::own).reversed())
				.thenComparing(Bar::label))
			.limit(SHOWN)
			.toList();
		double all = author.components().values().stream().mapToLong(Long::longValue).sum();
		return new Measured(new Share(strange, all),
				"%s of the commits are in components that others with the same habits hardly touch", bars);
	}

	private static boolean isStrange(AuthorProfile author, String component, Map<String, Double> peers) {
		return peers.getOrDefault(component, 0.0) <= author.shareOfComponent(component) * HARDLY;
	}

}
