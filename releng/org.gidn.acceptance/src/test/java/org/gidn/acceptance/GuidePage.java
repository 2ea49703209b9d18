// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the guide: what it asks its readers to type, and to write into files. */
final class GuidePage {
    private static final Path PAGES = Path.of("../../bundles/org.gidn.help/html");
    private static final Pattern COMMANDS = Pattern.compile("<pre class=\"shell\">(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern FILE =
            Pattern.compile("<pre class=\"file\" title=\"([^\"]*)\">(.*?)</pre>", Pattern.DOTALL);

    private final String text;

    GuidePage(String name) throws IOException {
        text = Files.readString(PAGES.resolve(name));
    }

    /** The blocks of commands, in their order. */
    List<String> commands() {
        return COMMANDS.matcher(text)
                .results()
                .map(match -> plain(match.group(1)))
                .toList();
    }

    /** Writes the files that the page shows. */
    void write(Path folder) throws IOException {
        for (var file = FILE.matcher(text); file.find(); ) {
            Files.writeString(folder.resolve(file.group(1)), plain(file.group(2)));
        }
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
