// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the product has written: a project with a run of a network and one of a Gaussian process, {@code crate.zip} and the folder
 * {@code exports} in it.
 */
final class Written {
    /** The system property that names the project's folder. */
    static final String PROPERTY = "gidn.fuzz.project";

    private Written() {}

    static Path project() {
        return Path.of(System.getProperty(PROPERTY));
    }

    /** The predictors of a run, each as its file and as the list of what is in it. */
    static List<byte[]> models(int run) throws IOException {
        List<byte[]> models = new ArrayList<>();
        try (Stream<Path> files = Files.list(project().resolve("runs/" + run))) {
            for (Path model :
                    files.filter(file -> file.toString().endsWith(".zip")).toList()) {
                byte[] content = Files.readAllBytes(model);
                models.add(content);
                models.add(Zips.list(content));
            }
        }
        return models;
    }
}
