package io.commitpipeline.local.containerapps;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends processes: first by asking, then by force.
 */
final class Termination {

	private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

	private Termination() {
	}

	static void end(ProcessHandle process, Duration grace) {
		process.destroy();
		if (!hasEnded(process, grace)) {
			process.destroyForcibly();
			if (!hasEnded(process, KILLED_WITHIN)) {
				throw new ContainerAppsException("Process " + process.pid() + " does not end");
			}
		}
	}

	private static boolean hasEnded(ProcessHandle process, Duration within) {
		try {
			process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
