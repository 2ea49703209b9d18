// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Makes a database of an older format one of this format, as a whole or not at all. */
final class Upgrade {
    private static final String OLD = "old_";

    private Upgrade() {}

    /**
     * @param connection to the database, within a transaction
     * @param file the database
     * @param version its format
     */
    static void run(Connection connection, Path file, int version) throws SQLException {
        if (version == Schema.UNCHECKED) {
            check(connection, file);
        } else {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(Schema.addition(version));
            }
        }
        connection.commit();
    }

    /** Gives all rows checksums. */
    private static void check(Connection connection, Path file) throws SQLException {
        Schema before = Schema.of(Schema.UNCHECKED);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP VIEW evaluations");
            for (Table table : before.tables()) {
                statement.executeUpdate("ALTER TABLE " + table.name() + " RENAME TO " + OLD + table.name());
            }
            statement.executeUpdate(Schema.of(Schema.VERSION).script());
            Rebuild rebuild = new Rebuild(connection);
            for (Table table : before.tables()) {
                try (var rows = statement.executeQuery("SELECT * FROM " + OLD + table.name() + order(table))) {
                    while (rows.next()) {
                        rebuild.add(table.read(rows));
                    }
                }
            }
            for (int run : rebuild.runs().keySet()) {
                addFiles(rebuild, run, file.resolveSibling("runs").resolve(Integer.toString(run)));
            }
            rebuild.finish(Map.of());
            for (Table table : before.tables()) {
                statement.executeUpdate("DROP TABLE " + OLD + table.name());
            }
        }
    }

    /** Reports are written anew whenever they are asked for, so they are not recorded. */
    private static void addFiles(Rebuild rebuild, int run, Path folder) throws SQLException {
        for (Path file : new Artefacts(folder).all()) {
            String name = file.getFileName().toString();
            if (!name.endsWith(".html") && Files.isRegularFile(file)) {
                rebuild.addFile(run, name, digest(file));
            }
        }
    }

    private static Artefacts.Digest digest(Path file) {
        try {
            return Artefacts.Digest.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String order(Table table) {
        return table.clustered() ? " ORDER BY 1, 2" : " ORDER BY rowid";
    }
}
