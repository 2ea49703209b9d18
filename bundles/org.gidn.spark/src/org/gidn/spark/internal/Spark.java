// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.cluster.Engine;
import org.gidn.cluster.Queue;

/** Starts workers as tasks of Spark, by a driver that is a process of its own. */
final class Spark implements Engine {
    private final SparkSettings settings;
    /** Names of workers begin so, and differ from those of any other process. */
    private final String prefix =
            "spark_" + ProcessHandle.current().pid() + "_" + Long.toString(System.currentTimeMillis(), 36) + "_";

    private final AtomicInteger number = new AtomicInteger();
    /** The one that has started each worker; a driver whose Spark has gone is followed by another. */
    private final Map<String, Driver> drivers = new HashMap<>();

    private Driver driver;

    Spark(SparkSettings settings) {
        this.settings = settings;
    }

    @Override
    public String text() {
        return "spark " + settings;
    }

    @Override
    public synchronized List<String> start(int count, Path script, Path log) throws IOException {
        if (driver == null || !driver.open()) {
            driver = Driver.begin(settings, log);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = prefix + number.incrementAndGet();
            drivers.put(name, driver);
            names.add(name);
        }
        driver.start(names, script, log);
        return names;
    }

    @Override
    public synchronized Queue queue() {
        return driver == null ? new Queue(System.nanoTime(), Map.of()) : driver.queue();
    }

    @Override
    public synchronized String whyEnded(String job, Path folder) {
        Driver own = drivers.get(job);
        String why = own == null ? "" : own.whyEnded(job);
        return why.isEmpty()
                ? "Worker " + job + " ended before it could work; what it printed is in "
                        + folder.resolve("log").resolve(job + ".txt") + ", and what Spark said in "
                        + folder.resolve("log").resolve(Driver.LOG) + "."
                : why;
    }

    @Override
    public synchronized void stop(Collection<String> jobs) {
        for (String job : jobs) {
            Driver own = drivers.get(job);
            if (own != null) {
                own.stop(job);
            }
        }
    }
}
