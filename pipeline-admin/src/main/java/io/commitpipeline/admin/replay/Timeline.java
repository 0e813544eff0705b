package io.commitpipeline.admin.replay;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.commitpipeline.admin.sources.Activity;

/**
 * Where a replay stands on the commits' own clock, over how much happens when. Places are
 * parts of a thousand.
 *
 * @param activity rows by stretch of commit time
 * @param course the replay's range
 * @param commitTime where it is, in minutes; null before it has begun
 */
public record Timeline(Activity activity, Course course, Integer commitTime) {

	private static final int WIDTH = 1000;

	private static final int LABELS = 6;

	/** Where it is. */
	public long position() {
		return (this.commitTime != null) ? place(this.commitTime) : begin();
	}

	/** Where its range begins. */
	public long begin() {
		return (this.course.fromTime() != null) ? place(this.course.fromTime()) : 0;
	}

	/** Where its range ends. */
	public long end() {
		return (this.course.toTime() != null) ? place(this.course.toTime()) : WIDTH;
	}

	/**
	 * The bars as one line of an SVG, in a box as wide as there are stretches, 100 high.
	 */
	public String path() {
		long peak = Math.max(this.activity.peak(), 1);
		return IntStream.range(0, this.activity.rows().size())
			.mapToObj((i) -> "V" + (100 - (100 * this.activity.rows().get(i) + peak - 1) / peak) + "h1")
			.collect(Collectors.joining("", "M0 100", "V100z"));
	}

	/** What stands below the axis, at equal distances. */
	public List<Integer> labels() {
		return IntStream.rangeClosed(0, LABELS)
			.mapToObj((i) -> (int) ((long) this.activity.minutes() * i / LABELS))
			.toList();
	}

	/** The rows of each stretch, for a program. */
	public String rows() {
		return this.activity.rows().stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	private long place(int minute) {
		return Math.min(WIDTH, (long) WIDTH * minute / Math.max(this.activity.minutes(), 1));
	}

}
