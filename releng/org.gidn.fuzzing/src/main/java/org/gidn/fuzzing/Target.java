// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * What Jazzer calls: {@code java -Dgidn.fuzz.readers=TABLES,JSON com.code_intelligence.jazzer.Jazzer
 * --target_class=org.gidn.fuzzing.Target CORPUS}. The first byte of an input says which of the readers gets the rest. Jazzer
 * stops at the first input for which this throws.
 */
public final class Target {
    /** The system property that names the readers. */
    static final String READERS = "gidn.fuzz.readers";

    private static final long MOST_NANOS = 1_000_000_000L;
    /** The first inputs of a reader meet classes that are not loaded yet, and code that is not compiled. */
    private static final int WARM = 300;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<One> CHOSEN = chosen();

    private Target() {}

    private static List<One> chosen() {
        return Arrays.stream(System.getProperty(READERS).split(","))
                .map(Readers::valueOf)
                .map(One::new)
                .toList();
    }

    /** Reads one input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length > 0) {
            CHOSEN.get(Math.floorMod(input[0], CHOSEN.size())).read(Arrays.copyOfRange(input, 1, input.length));
        }
    }

    /** Says what was done. */
    public static void fuzzerTearDown() {
        CHOSEN.forEach(each -> System.out.println("fuzzing " + each.reader.name() + ": " + each.refused + " of "
                + each.read + " refused, " + each.nanos / 1_000_000 + " ms"));
    }

    private static final class One {
        private final Readers reader;
        private final Reading reading;
        private long read;
        private long refused;
        /** Processor time of all readings. */
        private long nanos;

        One(Readers reader) {
            this.reader = reader;
            this.reading = reader.make();
        }

        void read(byte[] input) throws IOException {
            long taken = time(input);
            if (++read >= WARM && taken >= MOST_NANOS) {
                // What really takes so long does so twice; a machine that is busy with other things does not.
                taken = time(input);
                Promise.kept(taken < MOST_NANOS, "reading took " + taken / 1_000_000 + " ms");
            }
        }

        private long time(byte[] input) throws IOException {
            long begun = THREADS.getCurrentThreadCpuTime();
            try {
                reading.read(input);
            } catch (InvalidInputException e) {
                refused++;
                Promise.sentence(e.getMessage());
            }
            long taken = THREADS.getCurrentThreadCpuTime() - begun;
            nanos += taken;
            return taken;
        }
    }
}
