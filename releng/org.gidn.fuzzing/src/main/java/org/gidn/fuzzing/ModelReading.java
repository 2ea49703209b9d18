// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.predictor.internal.ModelFile;

/** Trained predictors. */
final class ModelReading implements Reading {
    private final Scratch scratch = new Scratch();

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> models = Files.walk(Written.project().resolve("runs"))) {
            for (Path model : models.filter(
                            file -> file.getFileName().toString().endsWith(".zip"))
                    .toList()) {
                byte[] content = Files.readAllBytes(model);
                seeds.add(content);
                seeds.add(Zips.list(content));
            }
        }
        return seeds;
    }

    @Override
    public void read(byte[] input) throws IOException {
        ModelFile model = ModelFile.read(scratch.file("model.zip", Zips.archive(input)));
        Promise.kept(!model.members().isEmpty(), "a model without a network");
    }
}
