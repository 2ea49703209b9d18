// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.experiments.catalogue.Study;

/** Files of studies. */
final class StudyReading implements Reading {
    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> studies = Files.walk(Bundles.FOLDER.resolve("org.gidn.examples/studies"))) {
            for (Path study :
                    studies.filter(file -> file.endsWith("study.yaml")).toList()) {
                seeds.add(Files.readAllBytes(study));
            }
        }
        return seeds;
    }

    @Override
    public void read(byte[] input) {
        Declared declared = new Declared(
                Study.POINT, "study", Map.of("id", "a", "path", "a"), List.of(), Map.of("study.yaml", input));
        Study study = Study.read(declared);
        Promise.equal("a", study.id());
    }
}
