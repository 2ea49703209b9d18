// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.settings.Settings;
import org.gidn.slurm.internal.Maker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Tests on a SLURM of their own, with the nodes n1 and n2. */
public abstract class OnSlurm {
    protected static SlurmCluster cluster;

    @BeforeAll
    protected static void startCluster() throws IOException, InterruptedException {
        cluster = SlurmCluster.start("n1", "n2");
    }

    @AfterAll
    protected static void endCluster() throws IOException {
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
    }

    @AfterEach
    protected void endWorkers() {
        Pools.closeAll();
    }

    /** Two workers of ten minutes, but for what settings say, each a name and a value. */
    static BatchExecutor executor(Path shared, String... settings) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of(
                "workers",
                2L,
                "cores",
                1L,
                "memory",
                0L,
                "time",
                "10",
                "partition",
                "",
                "account",
                "",
                "constraint",
                "",
                "lines",
                "",
                "modules",
                "",
                "java",
                ""));
        values.putAll(Map.of("shared", shared.toString(), "login", cluster.login(), "lease", 60L, "patience", 0L));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(
                    settings[i],
                    values.get(settings[i]) instanceof Long ? Long.valueOf(settings[i + 1]) : settings[i + 1]);
        }
        return new Maker().create(Settings.checked(values));
    }
}
