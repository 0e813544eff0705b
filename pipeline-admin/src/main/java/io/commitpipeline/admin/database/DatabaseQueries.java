package io.commitpipeline.admin.database;

import java.util.List;

import io.commitpipeline.admin.rows.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Asks PostgreSQL about itself.
 */
@Repository
class DatabaseQueries {

	private final JdbcClient jdbc;

	DatabaseQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Server server() {
		return this.jdbc.sql("""
				select current_setting('server_version') as version, current_database() as database,
					pg_database_size(current_database()) as bytes, pg_postmaster_start_time() as started_at,
					(select count(*) from pg_stat_activity where backend_type = 'client backend') as connections,
					current_setting('max_connections')::bigint as max_connections,
					(select blks_hit::float8 / nullif(blks_hit + blks_read, 0) from pg_stat_database
						where datname = current_database()) as cache_hits,
					(select extract(epoch from max(now() - xact_start))::float8 from pg_stat_activity
						where datname = current_database() and pid <> pg_backend_pid()) as transaction_seconds
				""").query(Server.class).single();
	}

	List<TableSize> tables() {
		return this.jdbc.sql("""
				select c.relname as name, greatest(c.reltuples, s.n_live_tup, 0)::bigint as row_estimate,
					pg_table_size(c.oid) as table_bytes, pg_indexes_size(c.oid) as index_bytes,
					pg_total_relation_size(c.oid) as total_bytes, coalesce(s.n_dead_tup, 0) as dead_rows,
					greatest(s.last_vacuum, s.last_autovacuum) as vacuumed_at
				from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
				where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
				order by total_bytes desc, name
				""").query(Rows.of(TableSize.class)).list();
	}

	List<Connections> connections() {
		return this.jdbc.sql("""
				select coalesce(nullif(application_name, ''), 'unnamed') as application, usename as username,
					coalesce(state, 'not shown') as state, count(*) as connections
				from pg_stat_activity where datname = current_database() group by 1, 2, 3 order by 4 desc, 1, 2, 3
				""").query(Connections.class).list();
	}

	List<Migration> migrations() {
		return this.jdbc
			.sql("""
					select installed_rank as rank, version, description,
						installed_on at time zone current_setting('TimeZone') as installed_on, execution_time as millis, success
					from flyway_schema_history order by installed_rank desc
					""")
			.query(Migration.class)
			.list();
	}

}
