// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.tests;

import java.nio.file.Path;
import org.gidn.export.Exporter;
import org.gidn.export.RunExport;

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
