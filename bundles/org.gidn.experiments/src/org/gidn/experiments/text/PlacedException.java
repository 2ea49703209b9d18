// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.text;

import org.gidn.core.InvalidInputException;

/**
 * Something in an experiment that does not fit its problem, with its place in the file.
 *
 * @since 1.0
 */
public final class PlacedException extends InvalidInputException {
    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    /**
     * @param message what is told where the place is not shown beside it
     * @param finding the same with its place apart
     */
    public PlacedException(String message, Finding finding, Throwable cause) {
        super(message, cause);
        this.finding = finding;
    }

    /** What is wrong, and where: at the beginning of the file if it does not stand there. */
    public Finding finding() {
        return finding.line() == 0 ? new Finding(1, 1, finding.message()) : finding;
    }
}
