package io.commitpipeline.producer.catalogue;

import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.producer.commits.CommitLogListener;
import io.commitpipeline.producer.commits.CommitRow;
import io.commitpipeline.producer.commits.RejectedRow;

/**
 * What a reading of a commit log finds.
 */
class Inspection implements CommitLogListener {

	private static final int MOST_REJECTIONS = 100;

	private final Runnable beforeEachRow;

	private final Activity activity = new Activity();

	private final List<RejectedRow> rejections = new ArrayList<>();

	private long validRows;

	private long rejectedRows;

	private Integer firstTime;

	private Integer lastTime;

	/**
	 * Begins.
	 * @param beforeEachRow may throw to give up
	 */
	Inspection(Runnable beforeEachRow) {
		this.beforeEachRow = beforeEachRow;
	}

	@Override
	public void commit(CommitRow row) {
		this.beforeEachRow.run();
		int time = row.commit().time();
		this.validRows++;
		this.activity.add(time);
		this.firstTime = (this.firstTime != null) ? Math.min(this.firstTime, time) : Integer.valueOf(time);
		this.lastTime = (this.lastTime != null) ? Math.max(this.lastTime, time) : Integer.valueOf(time);
	}

	@Override
	public void rejected(RejectedRow row) {
		this.beforeEachRow.run();
		this.rejectedRows++;
		if (this.rejections.size() < MOST_REJECTIONS) {
			this.rejections.add(row);
		}
	}

	Activity activity() {
		return this.activity;
	}

	List<RejectedRow> rejections() {
		return this.rejections;
	}

	long validRows() {
		return this.validRows;
	}

	long rejectedRows() {
		return this.rejectedRows;
	}

	Integer firstTime() {
		return this.firstTime;
	}

	Integer lastTime() {
		return this.lastTime;
	}

}
