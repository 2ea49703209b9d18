// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.RunContext;

/**
 * What the designer has found in one iteration, as a file of the run. Written every few seconds, seldom enough to take little
 * time; when that is makes no difference to the results.
 */
final class KeptTiles implements Designer.Keeper {
    private final RunContext run;
    private final Artefact kept;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Seldom seldom = new Seldom();

    KeptTiles(RunContext run, int iteration) {
        this.run = run;
        this.kept = Artefact.of(Artefact.STATE, "designer-" + iteration + "-state.bin", iteration);
    }

    /**
     * @throws InvalidInputException if the file cannot be read
     */
    @Override
    public void restore(TileResults results) {
        run.file(kept).ifPresent(file -> read(file, results));
    }

    private static void read(Path file, TileResults results) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new InflaterInputStream(Files.newInputStream(file))))) {
            results.read(in);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "What the designer had found, " + file + ", cannot be read (" + e.getMessage()
                            + "); delete that file to have it found again.",
                    e);
        }
    }

    @Override
    public void offer(TileResults results) {
        if (seldom.due() && writing.compareAndSet(false, true)) {
            try {
                keep(results);
            } finally {
                writing.set(false);
            }
        }
    }

    @Override
    public void keep(TileResults results) {
        seldom.keep(() -> run.write(kept, file -> {
            try (DataOutputStream out = new DataOutputStream(
                    new BufferedOutputStream(new DeflaterOutputStream(Files.newOutputStream(file))))) {
                results.write(out);
            }
        }));
    }
}
