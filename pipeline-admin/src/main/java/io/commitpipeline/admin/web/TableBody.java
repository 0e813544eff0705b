package io.commitpipeline.admin.web;

import org.springframework.web.util.HtmlUtils;

/**
 * The rows of a table as HTML. A page has more cells than anything else, and a template
 * takes twenty times as long for each.
 */
final class TableBody {

	private final StringBuilder html = new StringBuilder();

	private final Figures figures;

	private TableBody(Figures figures) {
		this.figures = figures;
	}

	static <T> String of(Table<T> table, Figures figures) {
		TableBody body = new TableBody(figures);
		table.rows().forEach((row) -> {
			body.html.append("\n<tr>");
			table.columns().forEach((column) -> body.cell(column, row));
			body.html.append("</tr>");
		});
		return body.html.toString();
	}

	private <T> void cell(Column<T> column, T row) {
		Object value = column.valueOf(row);
		String text = escaped(this.figures.text(column.kind(), value));
		this.html.append("<td class=\"").append(column.kind().style()).append("\">");
		String link = column.linkOf(row);
		if (link != null) {
			element("a", "href", link, text);
		}
		else if (value == null) {
			this.html.append(text);
		}
		else {
			value(column, value, text);
		}
		this.html.append("</td>");
	}

	private void value(Column<?> column, Object value, String text) {
		switch (column.kind()) {
			case TEXT -> this.html.append(text);
			case CODE -> this.html.append("<code>").append(text).append("</code>");
			case STATE -> element("span", "class", "badge " + value.toString().replace(' ', '-'), text);
			case TIME -> element("time", "datetime", value, text);
			case SHARE -> this.html.append(
					"<svg class=\"share\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
				.append(text)
				.append("\"><rect height=\"6\" width=\"")
				.append(100 * ((Number) value).doubleValue())
				.append("\"/></svg>");
			default -> element("data", "value", column.raw(value), text);
		}
	}

	private void element(String name, String attribute, Object value, String text) {
		this.html.append('<')
			.append(name)
			.append(' ')
			.append(attribute)
			.append("=\"")
			.append(escaped(value.toString()));
		this.html.append("\">").append(text).append("</").append(name).append('>');
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
