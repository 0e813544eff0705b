package io.commitpipeline.proof.faults.agent;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where an application can be stopped.
 */
public enum Point {

	/** The batch holds the progress row and has changed nothing yet. */
	HOT_LOCKED {
		@Override
		Change change() {
			return Change.atStart("processor.hotpath.HotPathTransaction", "store", name());
		}
	},

	/** Everything is in the transaction but its end. */
	HOT_UNCOMMITTED {
		@Override
		Change change() {
			return Change.atEnd("processor.hotpath.HotPathTransaction", "apply", name());
		}
	},

	/** The batch is committed, its checkpoint not handed over. */
	HOT_COMMITTED {
		@Override
		Change change() {
			return Change.atEnd("processor.hotpath.CommitCounter", "count", name());
		}
	},

	/** The file is uploaded, the manifest does not know it. */
	COLD_UPLOADED {
		@Override
		Change change() {
			return Change.atEnd("processor.coldpath.Archive", "upload", name());
		}
	},

	/** The manifest knows the file, it is not in place. */
	COLD_ENTERED {
		@Override
		Change change() {
			return Change.atStart("processor.coldpath.Lake", "moveIntoPlace", name());
		}
	},

	/** The file is in place, the manifest does not know that. */
	COLD_RENAMED {
		@Override
		Change change() {
			return Change.atEnd("processor.coldpath.Lake", "moveIntoPlace", name());
		}
	};

	abstract Change change();

	static List<Change> changes() {
		return Stream.of(values()).map(Point::change).toList();
	}

}
