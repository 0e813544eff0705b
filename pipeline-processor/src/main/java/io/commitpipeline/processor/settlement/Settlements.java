package io.commitpipeline.processor.settlement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.commitpipeline.processor.settlement.Settlement.Action;
import io.commitpipeline.processor.settlement.Settlement.Place;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What operators asked for, and what came of it.
 */
@Repository
class Settlements {

	private final JdbcClient jdbc;

	Settlements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks the oldest one that is to do, unless another processor is at it.
	 */
	Optional<Settlement> next() {
		return this.jdbc.sql("""
				select id, action, partition_id, incarnation, sequence_number, reason_group, requested_at,
					at_partition, at_incarnation, at_sequence_number
				from settlements where done_at is null
				order by requested_at, id limit 1 for update skip locked""").query(Settlements::read).optional();
	}

	void advance(Settlement settlement, Place at, StepResult result) {
		this.jdbc.sql("""
				update settlements set at_partition = ?, at_incarnation = ?, at_sequence_number = ?,
					counted = counted + ?, duplicates = duplicates + ?, discarded = discarded + ?, kept = kept + ?,
					kept_reason = coalesce(?, kept_reason)
				where id = ?""")
			.params(at.partition(), at.incarnation(), at.sequenceNumber(), result.counted(), result.duplicates(),
					result.discarded(), result.kept(), result.keptReason(), settlement.id())
			.update();
	}

	void finish(Settlement settlement) {
		StepResult total = this.jdbc
			.sql("select counted, duplicates, discarded, kept, kept_reason from settlements where id = ?")
			.param(settlement.id())
			.query((row, number) -> new StepResult(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
					row.getString(5)))
			.single();
		this.jdbc.sql("update settlements set done_at = now(), result = ? where id = ?")
			.params(total.sentence(), settlement.id())
			.update();
	}

	private static Settlement read(ResultSet row, int number) throws SQLException {
		boolean oneEvent = row.getObject(3) != null;
		return new Settlement(row.getObject(1, UUID.class), Action.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
				oneEvent ? new Place(row.getInt(3), row.getInt(4), row.getLong(5)) : null, row.getString(6),
				row.getObject(7, OffsetDateTime.class), new Place(row.getInt(8), row.getInt(9), row.getLong(10)));
	}

}
