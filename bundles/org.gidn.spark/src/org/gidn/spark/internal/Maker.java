// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.internal;

import org.gidn.cluster.execution.ClusterExecutor;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/** Makes the executor from the settings declared in {@code plugin.xml}. */
public final class Maker implements Factory<BatchExecutor> {
    @Override
    public BatchExecutor create(Settings settings) {
        SparkSettings all = SparkSettings.of(settings);
        return new ClusterExecutor(
                new Spark(all),
                all.cluster(),
                settings.flag("wholeRuns"),
                settings.text("gidn").strip());
    }
}
