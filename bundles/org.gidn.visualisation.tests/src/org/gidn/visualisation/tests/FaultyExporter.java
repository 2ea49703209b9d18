// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import java.nio.file.Path;
import org.gidn.visualisation.export.Exporter;
import org.gidn.visualisation.export.RunExport;

/** A guest's exporter that writes nothing. */
public final class FaultyExporter implements Exporter {
    @Override
    public void export(RunExport run, Path file) {}

    /** Fails with an error. */
    public static final class Failing implements Exporter {
        @Override
        public void export(RunExport run, Path file) {
            throw new AssertionError("no words for it");
        }
    }
}
