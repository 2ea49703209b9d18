// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.ArrayList;
import java.util.List;
import org.gidn.visualisation.Surface;

/** Breaks texts into lines. */
public final class TextLines {
    private TextLines() {}

    /** Words in lines that are no wider than a room, as far as no word is; line ends in the text stay. */
    public static List<String> of(Surface surface, String text, double size, double room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            String line = "";
            for (String word : paragraph.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && surface.textWidth(longer, size) > room) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        return lines;
    }
}
