package io.commitpipeline.producer.replays;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.commitpipeline.producer.commits.CommitLogListener;
import io.commitpipeline.producer.commits.CommitRow;
import io.commitpipeline.producer.commits.CommitRowCodec;
import io.commitpipeline.producer.commits.RejectedRow;
import io.commitpipeline.producer.ordering.OrderedRows;
import io.commitpipeline.producer.ordering.OrderedRowsBuilder;

/**
 * Takes the rows of a source: the valid ones to be ordered, of the others the first ones
 * and their number.
 */
class RowCollector implements CommitLogListener {

	private final OrderedRowsBuilder rows;

	private final Runnable beforeEachRow;

	private final List<Rejection> rejections = new ArrayList<>();

	private long rejectedRows;

	RowCollector(OrderedRowsBuilder rows, Runnable beforeEachRow) {
		this.rows = rows;
		this.beforeEachRow = beforeEachRow;
	}

	@Override
	public void commit(CommitRow row) {
		this.beforeEachRow.run();
		try {
			this.rows.add(row.commit().time(), CommitRowCodec.encode(row));
		}
		catch (IOException ex) {
			throw diskFailed(ex);
		}
	}

	@Override
	public void rejected(RejectedRow row) {
		this.beforeEachRow.run();
		this.rejectedRows++;
		if (this.rejections.size() < RunRepository.MOST_REJECTED_KEPT) {
			this.rejections.add(Rejection.of(row));
		}
	}

	IndexedSource indexed(String fingerprint) {
		try {
			OrderedRows ordered = this.rows.build();
			return new IndexedSource(fingerprint, ordered, this.rejectedRows, this.rejections);
		}
		catch (IOException ex) {
			throw diskFailed(ex);
		}
	}

	private static ReplayFailedException diskFailed(IOException ex) {
		return new ReplayFailedException("The source could not be put in order on local disk: " + ex.getMessage(), ex);
	}

}
