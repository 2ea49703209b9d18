// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gidn.cli.internal.CommandLineTool;
import org.gidn.cli.internal.Output;
import org.gidn.cli.internal.Session;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.catalogue.Catalogue;

/** The command line within a test. */
public final class Gidn {
    private final Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private Output out = new Output(printed, StandardCharsets.UTF_8);
    private Output err = new Output(complained, StandardCharsets.UTF_8);
    private Cancellation cancellation = Cancellation.NONE;

    /** What a command did. */
    public record Outcome(int status, String out, String err) {
        /** The lines of its standard output. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    /**
     * @param folder the working folder
     */
    public Gidn(Path folder) {
        this.folder = folder;
    }

    /** The same with a user who may stop it. */
    Gidn stoppedBy(Cancellation newCancellation) {
        cancellation = newCancellation;
        return this;
    }

    /** The same with another standard output. */
    Gidn printingTo(Output newOut) {
        out = newOut;
        return this;
    }

    /** The same with another standard error. */
    Gidn complainingTo(Output newErr) {
        err = newErr;
        return this;
    }

    /** Runs a command with an empty standard input. */
    public Outcome run(String... arguments) {
        return runWithInput("", arguments);
    }

    Outcome runWithInput(String input, String... arguments) {
        printed.reset();
        complained.reset();
        int status = new CommandLineTool(new Session(
                        Catalogue.installed(),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII)),
                        out,
                        err,
                        folder,
                        cancellation,
                        false,
                        true))
                .execute(arguments);
        return new Outcome(
                status, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    }
}
