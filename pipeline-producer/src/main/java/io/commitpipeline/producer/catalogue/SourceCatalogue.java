package io.commitpipeline.producer.catalogue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.commitpipeline.producer.commits.CommitLog;
import io.commitpipeline.producer.commits.WrongHeaderException;
import io.commitpipeline.producer.sources.OpenSource;
import io.commitpipeline.producer.sources.SourceFile;
import io.commitpipeline.producer.sources.SourceNotFoundException;
import io.commitpipeline.producer.sources.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks what lies in the lake, again and again, and reads what is new from end to end.
 */
@Component
class SourceCatalogue implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(SourceCatalogue.class);

	private final Sources sources;

	private final SourceRepository repository;

	private final CatalogueProperties properties;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "catalogue");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		return thread;
	});

	private volatile boolean ending;

	SourceCatalogue(Sources sources, SourceRepository repository, CatalogueProperties properties) {
		this.sources = sources;
		this.repository = repository;
		this.properties = properties;
	}

	/** Once the schema is checked. */
	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.executor.scheduleWithFixedDelay(this::look, 0, this.properties.interval().toMillis(),
				TimeUnit.MILLISECONDS);
	}

	private void look() {
		try {
			List<SourceFile> files = this.sources.list();
			this.repository.list(files);
			Set<String> uninspected = Set.copyOf(this.repository.uninspected());
			for (SourceFile file : files) {
				if (uninspected.contains(file.path())) {
					inspect(file);
				}
			}
		}
		catch (CancellationException ex) {
			logger.debug("The list of sources is left as it is", ex);
		}
		catch (RuntimeException | IOException ex) {
			logger.warn("The list of sources is not up to date: {}", ex.toString());
		}
	}

	private void inspect(SourceFile file) throws IOException {
		Inspection inspection = new Inspection(this::goOn);
		try (OpenSource open = this.sources.open(file.path())) {
			CommitLog.read(open.content(), inspection);
			this.repository.keep(file, open.fingerprint(), inspection);
		}
		catch (WrongHeaderException ex) {
			this.repository.refuse(file, ex.getMessage());
		}
		catch (SourceNotFoundException ex) {
			logger.info("{} is gone before it was read", file.path());
		}
	}

	private void goOn() {
		if (this.ending) {
			throw new CancellationException("The producer ends");
		}
	}

	@Override
	public void destroy() {
		this.ending = true;
		this.executor.shutdownNow();
	}

}
