// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.report;

import java.util.List;
import org.gidn.visualisation.internal.Markup;

/** Writes HTML; texts are escaped, nothing else is. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Appends markup as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Appends an element with a text. */
    Html element(String name, String attributes, String text) {
        page.append('<')
                .append(name)
                .append(attributes.isEmpty() ? "" : " " + attributes)
                .append('>');
        page.append(Markup.escape(text)).append("</").append(name).append(">\n");
        return this;
    }

    /** Appends a table of texts; the first cell of each row is its heading. */
    Html table(String attributes, List<String> head, List<List<String>> rows) {
        raw("<table" + (attributes.isEmpty() ? "" : " " + attributes) + ">\n");
        if (!head.isEmpty()) {
            raw("<thead><tr>");
            head.forEach(cell -> element("th", "", cell));
            raw("</tr></thead>\n");
        }
        raw("<tbody>\n");
        for (List<String> row : rows) {
            raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                element(i == 0 ? "th" : "td", "", row.get(i));
            }
            raw("</tr>\n");
        }
        return raw("</tbody></table>\n");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
