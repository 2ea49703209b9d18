// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line in a process of its own, which a test can end. */
final class GidnProcess {
    private GidnProcess() {}

    /** Starts a command; its messages come with its output. */
    static Process start(Path folder, String... arguments) throws IOException {
        return builder(folder, arguments).start();
    }

    /** A command that is ready to start. */
    static ProcessBuilder builder(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                // What runs for seconds pays no compiling.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                launcher(),
                "-configuration",
                configuration(folder).toString(),
                "-nosplash",
                "-data",
                "@none",
                "-application",
                "org.gidn.cli.application"));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    /** A program that is the command line, for others to start. */
    static Path program(Path folder) throws IOException {
        Path program = folder.resolve("gidn.sh");
        String words = builder(folder).command().stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "))
                .replace("'" + folder.resolve("configuration") + "'", "\"$PWD/configuration\"");
        Files.writeString(
                program,
                "#!/bin/sh\nmkdir -p configuration && cp '" + folder + "/configuration/config.ini'"
                        + " configuration/ && exec " + words + " \"$@\"\n");
        return program;
    }

    /** The launcher that has started this test's own framework. */
    private static String launcher() {
        String[] arguments = ProcessHandle.current().info().arguments().orElseThrow();
        return arguments[Arrays.asList(arguments).indexOf("-jar") + 1];
    }

    /** The bundles of this test's own framework, in a configuration that the killed program can spoil. */
    private static Path configuration(Path folder) throws IOException {
        Path own = Path.of(URI.create(System.getProperty("osgi.configuration.area")));
        Path copy = Files.createDirectories(folder.resolve("configuration"));
        Files.write(copy.resolve("config.ini"), Files.readAllBytes(own.resolve("config.ini")));
        return copy;
    }
}
