// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import org.gidn.core.Escapes;

/**
 * The results could not be written or read, e.g. because the disk is full. The message is one sentence for the user.
 *
 * @since 1.0
 */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(Escapes.line(message), cause);
    }
}
