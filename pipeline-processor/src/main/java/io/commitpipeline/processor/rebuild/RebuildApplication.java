package io.commitpipeline.processor.rebuild;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.commitpipeline.db.Schema;
import io.commitpipeline.processor.coldpath.Lake;
import io.commitpipeline.processor.coldpath.LakeConfiguration;
import io.commitpipeline.processor.hotpath.Recounting;
import io.commitpipeline.processor.hub.Hub;
import io.commitpipeline.processor.hub.HubConfiguration;
import io.commitpipeline.processor.progress.ProgressRows;
import io.commitpipeline.processor.progress.SequenceGaps;
import io.commitpipeline.processor.unusual.Habits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job that rebuilds the metrics, with the settings of the processor. Not annotated as
 * a configuration: the processor would find it.
 */
@EnableAutoConfiguration
@Import({ LakeConfiguration.class, HubConfiguration.class })
public class RebuildApplication {

	private static final Logger logger = LoggerFactory.getLogger(RebuildApplication.class);

	private static final String DATA_SOURCE = "--spring.datasource.hikari.data-source-properties.";

	/**
	 * Nothing is bound, nobody asks for health; statements over whole tables take their
	 * time.
	 */
	private static final String[] SETTINGS = { "--spring.cloud.function.definition=",
			"--management.endpoint.health.validate-group-membership=false",
			DATA_SOURCE + "options=-c search_path=" + Staging.SCHEMA + ",public -c lock_timeout=60s",
			DATA_SOURCE + "socketTimeout=0", DATA_SOURCE + "ApplicationName=pipeline-rebuild" };

	/**
	 * Runs the job to its end.
	 * @param arguments Spring Boot's
	 * @return the exit code: 0, or 1 if the metrics stay as they are
	 * @throws SQLException if the database does not answer
	 * @throws IOException if a file cannot be read
	 */
	public static int run(String... arguments) throws SQLException, IOException {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(RebuildApplication.class)
			.web(WebApplicationType.NONE)
			.run(settings(arguments))) {
			context.getBean(Rebuild.class).run();
			return 0;
		}
		catch (RebuildRefusedException ex) {
			logger.error("The metrics stay as they are: {}", ex.getMessage());
			return 1;
		}
	}

	private static String[] settings(String... arguments) {
		return Stream.concat(Stream.of(SETTINGS), Stream.of(arguments)).toArray(String[]::new);
	}

	@Bean
	Rebuild rebuild(DataSource database, JdbcTemplate jdbc, PlatformTransactionManager transactionManager, Lake lake,
			Hub hub) {
		Schema.of(database).requireCurrent();
		JdbcClient client = JdbcClient.create(jdbc);
		TransactionTemplate transactions = new TransactionTemplate(transactionManager);
		KnownGaps gaps = new KnownGaps(client, new SequenceGaps(client, new ProgressRows(client)), transactions);
		return new Rebuild(database, new Staging(jdbc), new ArchivedFiles(client),
				new Recount(lake, new Recounting(jdbc, transactions), gaps, new Habits(jdbc, transactions)),
				new Swap(jdbc, transactions, new LossGuard(client)), hub);
	}

}
