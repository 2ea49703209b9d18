// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gidn.experiments.internal.store.Table.Column;
import org.gidn.experiments.internal.store.Table.Type;
import org.sqlite.SQLiteConfig;

/** What a database of one format consists of, as SQLite itself reads the script that makes it. */
final class Schema {
    /** The format that this program writes. */
    static final int VERSION = 5;
    /** The format before, which has no tables for what people say of runs. */
    static final int UNLABELLED = 4;
    /** The one before that, which has no tables for what people measure either. */
    static final int COMPUTED = 3;
    /** The oldest format that can be read, which has no checksums. */
    static final int UNCHECKED = 2;

    private static final Map<Integer, Schema> KNOWN = new LinkedHashMap<>();

    private final int version;
    private final String script;
    private final Set<String> entries;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Schema(int version) throws SQLException {
        this.version = version;
        this.script = switch (version) {
            case UNCHECKED -> script("schema-2.sql");
            case COMPUTED -> script("schema.sql");
            case UNLABELLED -> script("schema.sql") + script("laboratory.sql");
            default -> script("schema.sql") + script("laboratory.sql") + script("labels.sql");
        };
        try (Connection connection = Database.connect(new SQLiteConfig(), ":memory:");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
            this.entries = entries(statement);
            for (String name : names(statement)) {
                tables.put(name, table(statement, name));
            }
        }
    }

    /** The schema of a format. */
    static synchronized Schema of(int version) throws SQLException {
        Schema schema = KNOWN.get(version);
        if (schema == null) {
            schema = new Schema(version);
            KNOWN.put(version, schema);
        }
        return schema;
    }

    private static String script(String name) {
        try (InputStream stream = Schema.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    int version() {
        return version;
    }

    /** The statements that make a database of this program's format out of one of an older format with checksums. */
    static String addition(int version) {
        return (version == COMPUTED ? script("laboratory.sql") : "") + script("labels.sql") + number(VERSION);
    }

    /** The statements that make it, the format's number among them. */
    String script() {
        return script + number(version);
    }

    private static String number(int version) {
        return ";PRAGMA user_version = " + version + ";";
    }

    /** Whether rows have checksums. */
    boolean checked() {
        return version > UNCHECKED;
    }

    Table table(String name) {
        return tables.get(name);
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /** Whether a database has all that this schema declares; more, such as an index of the user's, does no harm. */
    boolean matches(Statement statement) throws SQLException {
        return entries(statement).containsAll(entries);
    }

    private static Set<String> entries(Statement statement) throws SQLException {
        Set<String> entries = new TreeSet<>();
        try (ResultSet row = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_master")) {
            while (row.next()) {
                String sql = row.getString(4);
                entries.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + (sql == null ? "" : sql.replaceAll("--.*", "").replaceAll("\\s+", " ")));
            }
        }
        return entries;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static Table table(Statement statement, String name) throws SQLException {
        List<Column> columns = new ArrayList<>();
        boolean rowid = false;
        int keys = 0;
        try (ResultSet row = statement.executeQuery(
                "SELECT name, type, \"notnull\", pk FROM pragma_table_info('" + name + "') ORDER BY cid")) {
            while (row.next()) {
                boolean key = row.getInt(4) > 0;
                keys += key ? 1 : 0;
                rowid |= key && columns.isEmpty();
                columns.add(new Column(row.getString(1), Type.valueOf(row.getString(2)), key || row.getBoolean(3)));
            }
        }
        boolean checked = columns.get(columns.size() - 1).name().equals("checksum");
        return new Table(name, List.copyOf(columns), rowid && keys == 1, keys > 1, checked, Checksum.of(name));
    }
}
