// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page that names all parts made by others, with links to the texts of their licences. */
final class ThirdPartiesPage {
    private ThirdPartiesPage() {}

    static String html(List<Part> parts) {
        Map<String, Part> others = new TreeMap<>();
        flat(parts).stream()
                .filter(part -> !part.ours())
                .forEach(part -> others.putIfAbsent(
                        part.identity().key() + " " + part.identity().version() + part.licence(), part));
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en-GB">
                <head><meta charset="utf-8"/><title>Parts made by others</title></head>
                <body>
                <h1>Parts made by others</h1>
                <p>The GIDN Workbench is licensed under the <a href="licences/Apache-2.0.txt">Apache License, Version 2.0</a>. It comes
                with the following parts, each under a licence of its own. What their authors tell beside it stands in
                each part's own file, in <code>META-INF</code> or <code>about.html</code>. Libraries under the LGPL are files of their
                own, which may be replaced by other builds of them.</p>
                <table>
                <thead><tr><th>Part</th><th>Version</th><th>Licence</th><th>Copyright</th><th>File</th></tr></thead>
                <tbody>
                """);
        others.values().forEach(part -> row(page, part));
        return page.append("</tbody>\n</table>\n</body>\n</html>\n").toString();
    }

    /** All parts with all that is inside them. */
    static List<Part> flat(List<Part> parts) {
        List<Part> all = new ArrayList<>();
        for (Part part : parts) {
            all.add(part);
            all.addAll(flat(part.inside()));
        }
        return all;
    }

    private static void row(StringBuilder page, Part part) {
        page.append("<tr><td>").append(escaped(part.identity().key()));
        page.append("</td><td>").append(escaped(part.identity().version()));
        page.append("</td><td>").append(linked(part.licence()));
        page.append("</td><td>").append(escaped(Copyrights.of(part.identity())));
        page.append("</td><td><code>").append(escaped(part.file())).append("</code></td></tr>\n");
    }

    private static String linked(String expression) {
        StringBuilder links = new StringBuilder();
        for (String word : expression.split(" ")) {
            boolean joins = List.of("AND", "OR", "WITH").contains(word);
            links.append(links.isEmpty() ? "" : " ")
                    .append(joins ? word : "<a href=\"licences/" + word + ".txt\">" + word + "</a>");
        }
        return links.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
