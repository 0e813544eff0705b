package io.commitpipeline.admin.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TableBodyTests {

	private static final String HOSTILE = "\"><script>alert('1')</script>&";

	private static final String ESCAPED = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;";

	@Test
	void eachKindHasItsElement() {
		assertThat(cell(Column.text("k", "T", (row) -> "a b"))).isEqualTo("<td class=\"text\">a b</td>");
		assertThat(cell(Column.code("k", "T", (row) -> "a"))).isEqualTo("<td class=\"code\"><code>a</code></td>");
		assertThat(cell(Column.count("k", "T", (row) -> 1234)))
			.isEqualTo("<td class=\"count number\"><data value=\"1234\">1,234</data></td>");
		assertThat(cell(Column.duration("k", "T", (row) -> Duration.ofMillis(61_500))))
			.isEqualTo("<td class=\"duration number\"><data value=\"61.5\">1 min 1 s</data></td>");
		assertThat(cell(Column.time("k", "T", (row) -> Instant.parse("2026-11-24T23:59:01Z"))))
			.isEqualTo("<td class=\"time\"><time datetime=\"2026-11-24T23:59:01Z\">2026-11-25 08:59:01</time></td>");
		assertThat(cell(Column.of("k", "T", Column.Kind.STATE, (row) -> "no owner")))
			.isEqualTo("<td class=\"state\"><span class=\"badge no-owner\">no owner</span></td>");
		assertThat(cell(Column.of("k", "T", Column.Kind.SHARE, (row) -> 0.25)))
			.contains("aria-label=\"25.0 %\"><rect height=\"6\" width=\"25.0\"/>");
		assertThat(cell(Column.<String>count("k", "T", (row) -> 7).linkedTo((row) -> "/a?b=1&c=2")))
			.isEqualTo("<td class=\"count number\"><a href=\"/a?b=1&amp;c=2\">7</a></td>");
	}

	@ParameterizedTest
	@EnumSource
	void whatIsNotKnownIsADash(Column.Kind kind) {
		assertThat(cell(Column.of("k", "T", kind, (row) -> null))).endsWith("\">–</td>");
	}

	@ParameterizedTest
	@EnumSource(names = { "TEXT", "CODE", "STATE" })
	void noTextBecomesMarkup(Column.Kind kind) {
		Column<String> column = Column.of("k", "T", kind, (row) -> row);
		assertThat(cell(column)).contains(ESCAPED).doesNotContain("<script");
		assertThat(cell(column.linkedTo((row) -> row))).contains("href=\"" + ESCAPED + "\"").doesNotContain("<script");
	}

	private static String cell(Column<String> column) {
		Table<String> table = Table.of("Table", List.of(column), List.of(HOSTILE));
		String body = new Figures(ZoneId.of("Asia/Tokyo")).rows(table);
		assertThat(body).startsWith("\n<tr>").endsWith("</tr>");
		return body.substring("\n<tr>".length(), body.length() - "</tr>".length());
	}

}
