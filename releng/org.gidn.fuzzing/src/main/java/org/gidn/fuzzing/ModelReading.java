// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.util.List;
import org.gidn.predictor.internal.ModelFile;

/** Trained networks. */
final class ModelReading implements Reading {
    private final Scratch scratch = new Scratch();

    @Override
    public List<byte[]> seeds() throws IOException {
        return Written.models(1);
    }

    @Override
    public void read(byte[] input) throws IOException {
        ModelFile model = ModelFile.read(scratch.file("model.zip", Zips.archive(input)));
        Promise.kept(!model.members().isEmpty(), "a model without a network");
    }
}
