// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.driver;

import java.io.File;
import java.io.IOException;
import org.apache.spark.api.java.function.VoidFunction;

/** The task on the worker's machine: one worker from its beginning to its end. */
final class Pilot implements VoidFunction<String> {
    private static final long serialVersionUID = 1L;

    private final String script;
    private final String log;

    /**
     * @param script what a worker is begun with
     * @param log the folder where what it prints goes
     */
    Pilot(String script, String log) {
        this.script = script;
        this.log = log;
    }

    @Override
    public void call(String name) throws IOException, InterruptedException {
        File output = new File(log, name + ".txt");
        if (!output.getParentFile().isDirectory()) {
            throw new IOException("This machine does not see " + log + ".");
        }
        Process worker = new ProcessBuilder("sh", script, name, "0")
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            int status = worker.waitFor();
            if (status != 0) {
                throw new IOException("It ended with status " + status + ".");
            }
        } finally {
            worker.destroy();
        }
    }
}
