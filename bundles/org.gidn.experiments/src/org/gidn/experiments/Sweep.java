// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gidn.core.InvalidInputException;

/**
 * An experiment with many settings and seeds, as a user's file says: every setting is run with every seed.
 *
 * @param experiment what is varied, as the file names it; empty if it lies beside the file
 * @param seeds of each setting; empty for that of the experiment
 * @param settings by path or name, one map a variant; one empty map if nothing but the seed varies
 * @since 1.0
 */
public record Sweep(Optional<String> experiment, List<Long> seeds, List<Map<String, String>> settings) {
    /** More runs than that are a slip of the pen. */
    public static final int MOST = 100_000;

    public Sweep {
        seeds = List.copyOf(seeds);
        settings = List.copyOf(settings);
    }

    /**
     * Reads the file of a sweep.
     *
     * @throws InvalidInputException if it cannot be read or is none; names the place
     */
    public static Sweep read(Path file) {
        return SweepReader.read(file);
    }

    /** The variants, each with each seed, in the order in which they are run; what was drawn twice is there once. */
    public List<Map<String, String>> variants() {
        return settings.stream()
                .flatMap(setting -> seeds.isEmpty()
                        ? List.of(setting).stream()
                        : seeds.stream().map(seed -> {
                            Map<String, String> seeded = new LinkedHashMap<>(setting);
                            seeded.put("seed", Long.toString(seed));
                            return seeded;
                        }))
                .distinct()
                .toList();
    }

    /** A variant in one line, e.g. {@code optimiser.batch=5, seed=2}. */
    public static String name(Map<String, String> variant) {
        return variant.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
