// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.gidn.core.InvalidInputException;

/**
 * The state of a method that would be costly to compute again, written every second, so that a resumed run goes on from it.
 * When it is written makes no difference to the results. Used by one thread.
 *
 * <p>A method {@linkplain #restore restores} once at its beginning, and {@linkplain #offer offers} its state where a step ends.
 *
 * @since 1.0
 */
public final class Checkpoint {
    private static final long INTERVAL_NANOS = 1_000_000_000L;

    private final RunContext run;
    private final Artefact kept;
    private long last = System.nanoTime();

    /**
     * @param name the method's name in the file's name
     */
    public Checkpoint(RunContext run, String name) {
        this.run = run;
        this.kept = Artefact.of(Artefact.STATE, name + "-state.bin");
    }

    /**
     * The numbers of the state written last in an earlier life of this run, if any; the evaluations spent until then count
     * again.
     *
     * @throws InvalidInputException if the file cannot be read
     */
    public Optional<double[]> restore() {
        return run.file(kept).map(this::read);
    }

    private double[] read(Path file) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long evaluations = in.readLong();
            int count = in.readInt();
            if (count != (Files.size(file) - Long.BYTES - Integer.BYTES) / (double) Double.BYTES) {
                throw new IOException("it is not as long as it says");
            }
            double[] numbers = new double[count];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = in.readDouble();
            }
            run.continueFrom(evaluations);
            return numbers;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The state of this run in " + file + " cannot be read (" + e.getMessage()
                            + "); delete that file to have the run's steps computed again.",
                    e);
        }
    }

    /** Writes the state if the last one is a second old. */
    public void offer(Supplier<double[]> state) {
        if (System.nanoTime() - last < INTERVAL_NANOS) {
            return;
        }
        double[] numbers = state.get();
        run.write(kept, file -> {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                out.writeLong(run.evaluations());
                out.writeInt(numbers.length);
                for (double number : numbers) {
                    out.writeDouble(number);
                }
            }
        });
        last = System.nanoTime();
    }
}
