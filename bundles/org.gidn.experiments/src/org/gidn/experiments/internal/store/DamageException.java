// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.SQLException;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.internal.Messages;

/** Rows are not as they were written. The message says which. */
final class DamageException extends SQLException {
    private static final long serialVersionUID = 1L;

    DamageException(String what) {
        super(what);
    }

    /** Rows of a table that are wrong or missing. */
    static DamageException ofTable(String table) {
        return new DamageException(NLS.bind(Messages.damagedTable, table));
    }

    /** Rows of a run that are wrong or missing. */
    static DamageException ofRun(String table, long run) {
        return new DamageException(NLS.bind(Messages.damagedRun, table, Long.toString(run)));
    }
}
