// SPDX-License-Identifier: Apache-2.0
package org.gidn.help.internal;

import java.util.List;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
import org.gidn.export.ExportFormat;
import org.gidn.visualisation.FigureKind;

/** All that an experiment can name, with its settings, as a page of the help: what the installed plug-ins declare. */
final class ReferencePage {
    private final StringBuilder html = new StringBuilder();
    private final Catalogue catalogue;

    ReferencePage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String html() {
        html.append("""
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8"/>
                <title>What is installed – GIDN Workbench</title>
                <link rel="stylesheet" href="guide.css"/>
                </head>
                <body>
                <h1>What is installed</h1>
                <p>All that an experiment can name, with its settings. Plug-ins that you install are listed too; on the command line,
                <code>gidn list</code> shows the same.</p>
                """);
        Points.ALL.forEach(point -> contributions(point, catalogue.extensions(point)));
        heading("figures");
        FigureKind.installed().forEach(figure -> entry(figure.name(), figure.id(), figure.description()));
        heading("exporters");
        ExportFormat.installed().forEach(format -> entry(format.name(), format.id(), format.description()));
        catalogue.problems().forEach(problem -> html.append("<p><strong>")
                .append(text(problem))
                .append("</strong></p>\n"));
        return html.append("</body>\n</html>\n").toString();
    }

    private void contributions(String point, List<Extension> extensions) {
        heading(Points.shortName(point));
        for (Extension extension : extensions) {
            entry(extension.name(), extension.id(), extension.description() + " From " + extension.bundle() + ".");
            if (!extension.parameters().isEmpty()) {
                html.append("<table>\n<tr><th>Setting</th><th>Default</th><th>Values</th><th>Meaning</th></tr>\n");
                extension.parameters().forEach(this::row);
                html.append("</table>\n");
            }
        }
    }

    private void heading(String kind) {
        html.append("<h2 id=\"").append(kind).append("\">");
        html.append(Character.toUpperCase(kind.charAt(0)))
                .append(kind.substring(1))
                .append("</h2>\n");
    }

    private void entry(String name, String id, String description) {
        html.append("<h3 id=\"")
                .append(text(id))
                .append("\">")
                .append(text(name))
                .append("</h3>\n<p><code>");
        html.append(text(id))
                .append("</code></p>\n<p>")
                .append(text(description))
                .append("</p>\n");
    }

    private void row(Parameter parameter) {
        String given = parameter.defaultValue() == null ? "must be given" : parameter.defaultValue();
        html.append("<tr><td><code>").append(text(parameter.name())).append("</code></td><td>");
        html.append(text(given))
                .append("</td><td>")
                .append(text(parameter.allowed()))
                .append("</td><td>");
        html.append(text(parameter.description())).append("</td></tr>\n");
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
