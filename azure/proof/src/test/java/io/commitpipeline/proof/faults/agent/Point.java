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
			return Change.atStart("processor.hotpath.HotPathTransaction", "store", this);
		}
	},

	/** Everything is in the transaction but its end. */
	HOT_UNCOMMITTED {
		@Override
		Change change() {
			return Change.atEnd("processor.hotpath.HotPathTransaction", "apply", this);
		}
	},

	/** The batch is committed, its checkpoint not handed over. */
	HOT_COMMITTED {
		@Override
		Change change() {
			return Change.atEnd("processor.hotpath.CommitCounter", "count", this);
		}
	},

	/** The file is uploaded, the manifest does not know it. */
	COLD_UPLOADED {
		@Override
		Change change() {
			return Change.atStart("processor.coldpath.Manifest", "enter", this);
		}
	},

	/** The manifest knows the file, it is not in place. */
	COLD_ENTERED {
		@Override
		Change change() {
			return Change.atStart("processor.coldpath.Lake", "moveIntoPlace", this);
		}
	},

	/** The file is in place, the manifest does not know that. */
	COLD_RENAMED {
		@Override
		Change change() {
			return Change.atEnd("processor.coldpath.Lake", "moveIntoPlace", this);
		}
	};

	/** The points of one path. */
	public static List<Point> of(String path) {
		return Stream.of(values()).filter((point) -> point.name().startsWith(path + "_")).toList();
	}

	abstract Change change();

	static List<Change> changes() {
		return Stream.of(values()).map(Point::change).toList();
	}

}
