// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.StoreException;

/** The files of a run are not where they were while it was at work. */
final class LostException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final transient Path rescue;

    /**
     * @param sentence what has happened
     * @param rescue where the results are to be written, which are still held; null if they need not or cannot be
     */
    LostException(String sentence, Path rescue) {
        super(sentence, null);
        this.rescue = rescue;
    }

    /** Writes the results to a new place if need be; the exception that tells of it. */
    StoreException rescued(StoreWriter store) {
        if (rescue == null) {
            return this;
        }
        try {
            store.rescue(rescue);
            return new StoreException(NLS.bind(Messages.lostRescued, getMessage(), rescue), this);
        } catch (IOException e) {
            return new StoreException(
                    NLS.bind(Messages.lostForGood, new Object[] {getMessage(), rescue, e.getMessage()}), e);
        }
    }
}
