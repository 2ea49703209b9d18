// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;

/**
 * What every iteration has evaluated, as a file of the run, so that a resumed run need not find it anew. Written every few
 * seconds; when that is makes no difference to the results.
 */
final class KeptBatches {
    private static final Artefact KEPT = Artefact.of(Artefact.STATE, "iterations-state.bin");

    private final RunContext run;
    private final Seldom seldom = new Seldom();
    private final List<Candidates> batches = new ArrayList<>();

    KeptBatches(RunContext run) {
        this.run = run;
    }

    /**
     * What earlier lives of the run have kept.
     *
     * @throws InvalidInputException if the file cannot be read
     */
    List<Candidates> earlier() {
        return run.file(KEPT).map(this::read).orElse(List.of());
    }

    private List<Candidates> read(Path file) {
        List<Candidates> read = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int variables = run.problem().space().variables();
            int count = in.readInt();
            for (int k = 0; k < count; k++) {
                String source = in.readUTF();
                int iteration = in.readInt();
                read.add(Candidates.of(DesignBatch.read(variables, in), source, iteration));
            }
        } catch (IOException | RuntimeException e) {
            throw new InvalidInputException(
                    "What the run had evaluated, " + file + ", cannot be read (" + e.getMessage()
                            + "); delete that file to have it found again.",
                    e);
        }
        return read;
    }

    /** Takes in what was evaluated, and writes the file if that was long ago. */
    void add(Candidates batch) {
        batches.add(batch);
        if (seldom.due()) {
            keep();
        }
    }

    /** Writes the file. */
    void keep() {
        seldom.keep(() -> run.write(KEPT, file -> {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                out.writeInt(batches.size());
                for (Candidates batch : batches) {
                    out.writeUTF(batch.source());
                    out.writeInt(batch.iteration());
                    batch.designs().write(out);
                }
            }
        }));
    }
}
