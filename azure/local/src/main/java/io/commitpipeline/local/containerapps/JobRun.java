package io.commitpipeline.local.containerapps;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a job to its end.
 */
record JobRun(Launch launch, Duration timeout, LogPrefix log) {

	static JobRun of(String name, Job job, Path repository, Map<String, String> environment, LogPrefix log) {
		Launch launch = new Launch(name, repository.resolve(job.jar()), job.jvm(), job.arguments(), environment);
		return new JobRun(launch, Duration.ofSeconds(job.timeout()), log);
	}

	void run(ProcessRegister register) {
		try {
			Process process = this.launch.start();
			register.put(this.launch.name(), process.toHandle());
			this.log.follow(process);
			await(process);
			register.remove(this.launch.name());
		}
		catch (IOException ex) {
			throw new ContainerAppsException("The job " + this.launch + " does not start: " + ex.getMessage(), ex);
		}
	}

	private void await(Process process) {
		try {
			if (!process.waitFor(this.timeout.toSeconds(), TimeUnit.SECONDS)) {
				Termination.end(process.toHandle(), Duration.ZERO);
				throw new ContainerAppsException("The job " + this.launch + " is not done after " + this.timeout);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			Termination.end(process.toHandle(), Duration.ZERO);
		}
		if (process.exitValue() != 0) {
			throw new ContainerAppsException(
					"The job " + this.launch + " failed with exit code " + process.exitValue() + ", see its log above");
		}
	}

}
