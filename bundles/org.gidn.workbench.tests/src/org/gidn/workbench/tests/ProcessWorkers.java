// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import java.nio.file.Path;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.execution.ClusterExecutor;
import org.gidn.cluster.internal.processes.Processes;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/** Makes a cluster of two workers that are processes on this machine. */
public final class ProcessWorkers implements Factory<BatchExecutor> {
    @Override
    public BatchExecutor create(Settings settings) {
        return new ClusterExecutor(
                new Processes(), new ClusterSettings(Path.of(settings.text("shared")), 2, 1, 0, 60, 0, ""));
    }
}
