// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.driver;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** Workers that are tasks of Spark, each a job of its own that bears the worker's name. */
final class Tasks {
    private final JavaSparkContext spark;
    private final Set<String> alive = ConcurrentHashMap.newKeySet();

    Tasks(JavaSparkContext spark) {
        this.spark = spark;
        spark.sc().addSparkListener(new Begun());
    }

    /** Has a worker run as soon as there is room for it. */
    void start(String name, String script, String log) {
        alive.add(name);
        // Interrupted, a task ends its worker's process.
        spark.setJobGroup(name, name, true);
        JavaFutureAction<Void> job = spark.parallelize(List.of(name), 1).foreachAsync(new Pilot(script, log));
        Thread waiting = new Thread(() -> await(name, job), name);
        waiting.setDaemon(true);
        waiting.start();
    }

    private void await(String name, JavaFutureAction<Void> job) {
        String why = "";
        try {
            job.get();
        } catch (ExecutionException e) {
            why = Driver.reason(e.getCause());
        } catch (InterruptedException | CancellationException e) {
            why = "It was stopped.";
        }
        Driver.say("ended\t" + name + "\t" + why);
        synchronized (this) {
            alive.remove(name);
            notifyAll();
        }
    }

    void stop(String name) {
        spark.sc().cancelJobGroup(name);
    }

    synchronized void awaitEnd() throws InterruptedException {
        while (!alive.isEmpty()) {
            wait();
        }
    }
}
