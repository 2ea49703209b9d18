// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.Overrides;
import picocli.CommandLine.Option;

/** The options of all commands that evaluate designs. */
final class SettingOptions {
    private static final int MOST_THREADS = 1024;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Changes a setting, by its name or its path, e.g. optimiser.predictor.layers=4.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads; one a core if left out.")
    private Integer threads;

    /**
     * The settings that were given.
     *
     * @throws InvalidInputException if one has no name
     */
    Overrides overrides() {
        return Overrides.parse(settings);
    }

    /**
     * The number of threads; 0 for one a core.
     *
     * @throws InvalidInputException if it is no number of threads
     */
    int threads() {
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            throw new InvalidInputException("--threads must be 1 to " + MOST_THREADS + ", but is " + threads + ".");
        }
        return threads == null ? 0 : threads;
    }
}
