// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.execution;

import org.gidn.core.InvalidInputException;

/**
 * Designs cannot be evaluated where they were to be, whichever designs they are: no machine takes them. It says nothing of the designs,
 * so that none of them counts as failed; the run can be resumed.
 *
 * @since 1.0
 */
public final class UnavailableException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
