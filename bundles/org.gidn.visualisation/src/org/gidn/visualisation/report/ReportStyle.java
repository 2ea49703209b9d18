// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Theme;

/** The style of a report. Its colours are variables, so that the pictures of a page follow the reader's dark theme. */
final class ReportStyle {
    private static final String SCREEN_COLOURS = "--panel: %s; --accent: var(--blue); --alarm: %s;";

    private ReportStyle() {}

    /** The whole style sheet. */
    static String css() {
        String light = variables(Theme.LIGHT) + String.format(Locale.ROOT, SCREEN_COLOURS, "#f6f8fa", "#b3261e");
        String dark = variables(Theme.DARK) + String.format(Locale.ROOT, SCREEN_COLOURS, "#26282b", "#ff8a80");
        return ":root { color-scheme: light dark; " + light + " }\n"
                + "@media screen and (prefers-color-scheme: dark) { :root { " + dark + " } }\n" + sheet();
    }

    private static String sheet() {
        try (InputStream stream = ReportStyle.class.getResourceAsStream("report.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variables(Theme theme) {
        StringBuilder text = new StringBuilder();
        variable(text, "paper", theme.background());
        variable(text, "muted", theme.muted());
        variable(text, "grid", theme.grid());
        for (Hue hue : Hue.values()) {
            variable(text, name(hue), hue.argb(theme));
        }
        return text.toString();
    }

    private static void variable(StringBuilder text, String name, int colour) {
        text.append("--").append(name).append(": ").append(Colours.css(colour)).append("; ");
    }

    private static String name(Hue hue) {
        return hue.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A picture drawn for the light theme, with the variables in place of its colours. */
    static String themed(String svg) {
        String themed =
                svg.replace(rgb(Theme.LIGHT.muted()), "var(--muted)").replace(rgb(Theme.LIGHT.grid()), "var(--grid)");
        for (Hue hue : Hue.values()) {
            themed = themed.replace(rgb(hue.argb(Theme.LIGHT)), "var(--" + name(hue) + ")");
        }
        return themed;
    }

    private static String rgb(int colour) {
        return "rgb(" + (colour >> 16 & 0xFF) + "," + (colour >> 8 & 0xFF) + "," + (colour & 0xFF) + ")";
    }
}
