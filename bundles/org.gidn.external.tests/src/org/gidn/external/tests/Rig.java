// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.settings.Settings;
import org.gidn.external.internal.Maker;

/** Programs in a folder, and evaluators made of them as an experiment would. */
final class Rig {
    private final Path folder;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    Rig(Path folder) {
        this.folder = folder;
        set("variables", "cells: 2 x 4 binary");
        set("outputs", "maximise sum, count");
        set("exchange", "streams");
        set("folder", folder.toString());
        set("files", "");
        set("batch", 0L);
        set("processes", 0L);
        set("timeout", 20.0);
        set("retries", 0L);
        set("environment", "");
        set("shell", false);
        set("template", folder.resolve("template").toString());
        set("results", "");
        set("designs", folder.resolve("designs").toString());
        set("keep", "failures");
    }

    Rig set(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /** Writes a script for the shell and sets the command that runs it. */
    Rig shell(String script) throws IOException {
        write("program.sh", "#!/bin/sh\n" + script + "\n");
        return set("command", "./program.sh");
    }

    /** Writes a script for Python and sets the command that runs it; the test is skipped where there is none. */
    Rig python(String script) throws IOException {
        needs("python3");
        write("program.py", script);
        return set("command", "python3 program.py");
    }

    /** Skips the test where a program is not installed. */
    static void needs(String program) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
        assumeTrue(installed, program + " is not installed");
    }

    /** Writes an executable file. */
    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    Evaluator make() {
        return new Maker().create(Settings.checked(settings));
    }
}
