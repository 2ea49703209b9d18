// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.store.Database;
import org.sqlite.SQLiteConfig;

/** Makes a project one that an older version of the program wrote, without checksums, so that a test may change its rows. */
final class Format2 {
    private static final List<String> TABLES =
            List.of("run", "candidate_set", "evaluation", "further_value", "failure", "metric", "event", "phase");

    private Format2() {}

    static void of(Project project) throws Exception {
        Path old = project.folder().resolve("old.sqlite");
        try (InputStream script = Database.class.getResourceAsStream("schema-2.sql");
                Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.executeUpdate("PRAGMA user_version = 2");
            statement.executeUpdate("ATTACH '" + project.database() + "' AS new");
            for (String table : TABLES) {
                List<String> columns = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("SELECT name FROM pragma_table_info('" + table + "')")) {
                    while (row.next()) {
                        columns.add(row.getString(1));
                    }
                }
                statement.executeUpdate(
                        "INSERT INTO main." + table + " SELECT " + String.join(", ", columns) + " FROM new." + table);
            }
        }
        Files.move(old, project.database(), StandardCopyOption.REPLACE_EXISTING);
    }
}
