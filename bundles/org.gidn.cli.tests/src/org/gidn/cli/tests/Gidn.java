// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gidn.cli.internal.CommandLineTool;
import org.gidn.cli.internal.Session;
import org.gidn.core.run.Cancellation;
import org.gidn.experiments.catalogue.Catalogue;

/** The command line within a test. */
final class Gidn {
    private final Path folder;
    private Cancellation cancellation = Cancellation.NONE;

    /** What a command did. */
    record Outcome(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /**
     * @param folder the working folder
     */
    Gidn(Path folder) {
        this.folder = folder;
    }

    /** The same with a user who may stop it. */
    Gidn stoppedBy(Cancellation newCancellation) {
        cancellation = newCancellation;
        return this;
    }

    Outcome run(String... arguments) {
        return runWithInput("", arguments);
    }

    Outcome runWithInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new CommandLineTool(new Session(
                        Catalogue.installed(),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        cancellation,
                        false,
                        true))
                .execute(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
