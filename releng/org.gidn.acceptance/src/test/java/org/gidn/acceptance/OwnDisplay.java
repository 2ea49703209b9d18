// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** A display of this process alone, with a window manager, so that stories that are played side by side don't cover each other. */
final class OwnDisplay {
    private static final List<Process> PROCESSES = new ArrayList<>();
    private static final String NAME = start("1600x1000x24");

    private OwnDisplay() {}

    /** What the environment variable DISPLAY is to be; that of this process where there is no Xvfb. */
    static String name() {
        return NAME;
    }

    /** A further one with twice as many points either way, as screens have whose windows are drawn at twice their size. */
    static String doubled() {
        return start("3200x2000x24");
    }

    private static String start(String size) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PROCESSES.forEach(Process::destroy)));
        try {
            Process server =
                    begin(new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp")
                            .redirectError(Redirect.DISCARD));
            BufferedReader answer = server.inputReader();
            // It finds a free display itself.
            String name = ":" + answer.readLine();
            ProcessBuilder manager = new ProcessBuilder("openbox");
            manager.environment().put("DISPLAY", name);
            begin(manager.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD));
            return name;
        } catch (IOException e) {
            String inherited = System.getenv("DISPLAY");
            return inherited == null ? "" : inherited;
        }
    }

    private static Process begin(ProcessBuilder program) throws IOException {
        Process process = program.start();
        PROCESSES.add(process);
        return process;
    }
}
