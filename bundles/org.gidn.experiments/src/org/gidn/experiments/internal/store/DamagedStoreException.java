// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;

/** A database is damaged; the message says which, where, and what to do. */
final class DamagedStoreException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final String place;

    DamagedStoreException(Path file, String place, Exception cause) {
        super(NLS.bind(Messages.databaseDamaged, file, place), cause);
        this.place = place;
    }

    /** Where. */
    String place() {
        return place;
    }
}
