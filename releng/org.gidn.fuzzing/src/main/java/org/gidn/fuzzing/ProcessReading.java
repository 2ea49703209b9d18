// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.util.List;
import org.gidn.predictor.internal.gp.ProcessFile;
import org.gidn.predictor.internal.gp.TrainedProcess;

/** Trained Gaussian processes. */
final class ProcessReading implements Reading {
    private final Scratch scratch = new Scratch();

    @Override
    public List<byte[]> seeds() throws IOException {
        return Written.models(2);
    }

    @Override
    public void read(byte[] input) throws IOException {
        TrainedProcess process = ProcessFile.read(scratch.file("model.zip", Zips.archive(input)));
        Promise.kept(process.inputs() > 0 && Double.isFinite(process.logLikelihood(0)), "a process of nothing");
    }
}
