package io.commitpipeline.admin.web;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.View;

/**
 * A table as CSV, with exact numbers and times in UTC, for programs as well as for
 * spreadsheets, which must not take a text for a formula.
 *
 * @param name the file's name, without an ending
 * @param table the table
 */
public record CsvView(String name, Table<?> table) implements View {

	private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

	@Override
	public String getContentType() {
		return "text/csv;charset=UTF-8";
	}

	@Override
	public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		response.setContentType(getContentType());
		response.setHeader("Content-Disposition", "attachment; filename=\"" + this.name + ".csv\"");
		try (CsvWriter csv = CsvWriter.builder().build(response.getWriter())) {
			write(this.table, csv);
		}
	}

	private static <T> void write(Table<T> table, CsvWriter csv) {
		csv.writeRecord(table.columns().stream().map(Column::key).toArray(String[]::new));
		table.rows().forEach((row) -> csv.writeRecord(cells(table, row).toArray(String[]::new)));
	}

	private static <T> Stream<String> cells(Table<T> table, T row) {
		return table.columns().stream().map((column) -> cell(column.raw(column.valueOf(row))));
	}

	static String cell(Object value) {
		if (value == null) {
			return "";
		}
		String text = value.toString();
		boolean formula = value instanceof CharSequence && !text.isEmpty()
				&& FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
		return formula ? "'" + text : text;
	}

}
