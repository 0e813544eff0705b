package io.commitpipeline.processor.unusual;

import java.util.function.BooleanSupplier;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds up what batches have counted, and deletes habits beyond those that are kept.
 * Readers see no difference. The hot path touches none of these rows.
 */
@Repository
public class Habits {

	private static final String FOLD = """
			with batches as (
				delete from author_habit_batches
				where ctid = any (array(select ctid from author_habit_batches limit 50)) returning *
			), texts as (
				select b.run_id, b.partition_id, h.author, h.kind, h.habit, count(*) as uses from batches b, habits_of(b.authors, b.messages, b.components) h
				group by 1, 2, 3, 4, 5
			), counted as (
				select run_id, partition_id, author, kind, habit_hash(habit) as hash, min(habit) as habit,
					sum(uses)::bigint as uses
				from texts group by 1, 2, 3, 4, 5
			)
			insert into author_habits as t
			select * from counted c where not exists (
				select from author_habit_limits l where l.run_id = c.run_id and l.partition_id = c.partition_id
					and l.author = c.author and l.kind = c.kind and l.largest_hash < c.hash)
			order by 1, 2, 3, 4, 5
			on conflict (run_id, partition_id, author, kind, hash)
			do update set habit = least(t.habit, excluded.habit), uses = t.uses + excluded.uses""";

	private static final String TRIM = """
			with many as (
				select run_id, partition_id, author, kind from author_habits
				group by 1, 2, 3, 4 having count(*) > 2 * habits_kept() limit 100
			), edges as (
				select m.*, (select hash from author_habits h
					where (h.run_id, h.partition_id, h.author, h.kind) = (m.run_id, m.partition_id, m.author, m.kind)
					order by hash offset habits_kept() - 1 limit 1) as largest_hash
				from many m
			), limits as (
				insert into author_habit_limits select * from edges
				on conflict (run_id, partition_id, author, kind) do update set largest_hash = excluded.largest_hash
			)
			delete from author_habits h using edges e
			where (h.run_id, h.partition_id, h.author, h.kind) = (e.run_id, e.partition_id, e.author, e.kind)
				and h.hash > e.largest_hash""";

	private static final long KEY = 0x686162_697473L;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	public Habits(JdbcTemplate jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Adds up all batches, in steps. Does nothing while another processor does.
	 */
	public void tidy() {
		int steps = 0;
		while (inTurn(this::fold)) {
			steps++;
		}
		while (steps > 0 && inTurn(this::trim)) {
			steps++;
		}
	}

	/** One at a time, and none while a rebuild swaps the tables. Batches go on. */
	private boolean inTurn(BooleanSupplier step) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			boolean first = ask("select pg_try_advisory_xact_lock(" + KEY + ")");
			if (first) {
				this.jdbc.execute("lock table progress in row exclusive mode");
			}
			return first && step.getAsBoolean();
		}));
	}

	private boolean fold() {
		if (!ask("select exists (select from author_habit_batches)")) {
			return false;
		}
		this.jdbc.update(FOLD);
		return true;
	}

	private boolean trim() {
		return this.jdbc.update(TRIM) > 0;
	}

	private boolean ask(String question) {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(question, Boolean.class));
	}

}
