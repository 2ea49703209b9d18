// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.gidn.experiments.internal.Messages;

/**
 * The header of a database, of which SQLite believes some that this program never writes. SQLite is asked, since opening and
 * closing the file here would release the locks that this process holds on it.
 */
final class Header {
    private Header() {}

    /**
     * Verifies what does not depend on the content.
     *
     * @throws DamageException if it is not as this program writes it
     */
    static void verify(Statement statement) throws SQLException {
        if (!text(statement, "PRAGMA auto_vacuum").equals("0")
                || !text(statement, "PRAGMA encoding").equals("UTF-8")) {
            throw new DamageException(Messages.damagedHeader);
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.getString(1);
        }
    }
}
