// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.worker;

import java.nio.file.Path;

/** The program of a worker: a plain JVM with the jars of the recipe. */
public final class WorkerMain {
    private WorkerMain() {}

    /**
     * Works until it is stopped, not wanted any more, or its time is over.
     *
     * @param arguments the spool, the scheduler's name of the job, the number of cores, the seconds that it may live (0: no limit),
     *     the seconds that it waits for a driver
     */
    public static void main(String[] arguments) {
        // Programs that an evaluator has started, and waits for, do not outlive a worker that is ended.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        Worker worker = new Worker(
                Path.of(arguments[0]),
                arguments[1],
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]),
                Long.parseLong(arguments[4]));
        // An evaluator may have left threads that go on.
        System.exit(worker.run() ? 0 : 1);
    }
}
