package io.commitpipeline.admin.quarantine;

import java.util.List;

import io.commitpipeline.admin.audit.Action;
import io.commitpipeline.admin.audit.Audit;
import io.commitpipeline.admin.rows.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * Asks the processor for what operators decide: it writes the metrics, the console does
 * not.
 */
@Repository
class Settlements {

	private final JdbcClient jdbc;

	private final Audit audit;

	Settlements(JdbcClient jdbc, Audit audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Asks for a settlement; asked twice is asked once.
	 */
	@Transactional
	public void ask(Decision decision, String operator) {
		boolean asked = this.jdbc.sql("""
				insert into settlements (id, action, partition_id, incarnation, sequence_number, reason_group, comment,
					requested_by)
				values (:id, :action, :partition, :incarnation, :sequence, :group, :comment, :operator)
				on conflict (id) do nothing
				""")
			.param("id", decision.id())
			.param("action", decision.action())
			.param("partition", decision.partition())
			.param("incarnation", decision.incarnation())
			.param("sequence", decision.sequence())
			.param("group", StringUtils.hasText(decision.group()) ? decision.group() : null)
			.param("comment", StringUtils.hasText(decision.comment()) ? decision.comment() : null)
			.param("operator", operator)
			.update() > 0;
		String name = "quarantine." + decision.action();
		this.audit.record(asked ? Action.done(name, decision.subject(), "in quarantine", "asked for")
				: Action.refused(name, decision.subject(), "asked for", "It was asked for already."));
	}

	List<Settlement> latest(int limit) {
		return this.jdbc.sql("select * from settlements order by requested_at desc limit :limit")
			.param("limit", limit)
			.query(Rows.of(Settlement.class))
			.list();
	}

}
