// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide's page about files explains the database as it is. */
class FilesGuideTest {
    private static final Path BUNDLES = Path.of("../../bundles");
    private static final Path STORE = BUNDLES.resolve("org.gidn.experiments/src/org/gidn/experiments/internal/store");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("(?m)^  ([a-z_]+) ");

    @Test
    void everyTableIsExplainedWithItsColumns() throws Exception {
        String page = Files.readString(BUNDLES.resolve("org.gidn.help/html/files.html"));
        String schema = "";
        for (String file : List.of("schema.sql", "laboratory.sql", "labels.sql")) {
            schema += Files.readString(STORE.resolve(file));
        }
        int tables = 0;
        for (Matcher table = TABLE.matcher(schema); table.find(); tables++) {
            Matcher row = Pattern.compile("<tr><td><code>" + table.group(1) + "</code></td>(.*?)</tr>", Pattern.DOTALL)
                    .matcher(page);
            assertTrue(row.find(), table.group(1));
            for (Matcher column = COLUMN.matcher(table.group(2)); column.find(); ) {
                assertTrue(
                        row.group(1).contains("<code>" + column.group(1) + "</code>"),
                        table.group(1) + "." + column.group(1));
            }
        }
        assertEquals(15, tables);
        Matcher version =
                Pattern.compile("formats 3 to (\\d+) \\(PRAGMA user_version\\)").matcher(schema);
        assertTrue(version.find());
        assertTrue(page.contains("<code>PRAGMA user_version</code> is the format, now " + version.group(1)));
    }
}
