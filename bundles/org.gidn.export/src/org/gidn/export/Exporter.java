// SPDX-License-Identifier: Apache-2.0
package org.gidn.export;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a run's results for another tool. Contributed through {@code org.gidn.export.exporters}; has a public
 * constructor without parameters. Thread-safe, without state.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface Exporter {
    /**
     * Writes a file.
     *
     * @param run what to write
     * @param file where to; replaced if it is there
     * @throws org.gidn.core.InvalidInputException if the run has not stored what the format needs
     * @throws IOException if the file cannot be written
     */
    void export(RunExport run, Path file) throws IOException;
}
