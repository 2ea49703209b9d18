// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.gidn.baselines.SwapSearch;
import org.gidn.baselines.TopologyOptimisation;
import org.gidn.baselines.TopologyOptimisation.Constraint;
import org.gidn.baselines.TopologyOptimisation.Gradient;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Optimiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods that keep a state of their own go on from it as if nothing had happened. */
class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void topologyOptimisationGoesOnFromItsCheckpoint() throws IOException {
        goesOnFromItsCheckpoint(
                new TopologyOptimisation(Gradient.ADJOINT, 1e-5, Constraint.PROJECTION, 0.05, Integer.MAX_VALUE, 100),
                "topology-state.bin",
                1_000);
    }

    @Test
    void swapSearchGoesOnFromItsCheckpoint() throws IOException {
        goesOnFromItsCheckpoint(new SwapSearch(1_000_000, 3, 4, 4), "swaps-state.bin", 100_000);
    }

    /** Stops an endless run some evaluations after its first checkpoint, and lets it go on for as many. */
    private void goesOnFromItsCheckpoint(Optimiser endless, String file, long evaluations) throws IOException {
        AtomicLong firstCheckpoint = new AtomicLong(Long.MAX_VALUE);
        AtomicLong checkpoint = new AtomicLong();
        AtomicLong written = new AtomicLong();
        // Under load there may be more than one checkpoint before the end.
        MemoryRun first = Composite.run(2, folder).stoppedWhen(spent -> {
            long modified = folder.resolve(file).toFile().lastModified();
            if (written.getAndSet(modified) != modified) {
                checkpoint.set(spent);
                firstCheckpoint.compareAndSet(Long.MAX_VALUE, spent);
            }
            return spent - evaluations > firstCheckpoint.get();
        });
        assertThrows(CancellationException.class, () -> endless.optimise(first));
        long end = checkpoint.get() + 2 * evaluations;
        AtomicLong begun = new AtomicLong();
        MemoryRun second = first.again().withBudget(end).stoppedWhen(spent -> {
            begun.compareAndSet(0, spent);
            return false;
        });
        assertThrows(BudgetSpentException.class, () -> endless.optimise(second));
        assertTrue(begun.get() > 0 && begun.get() <= checkpoint.get(), "goes on where the state was written");

        MemoryRun whole =
                Composite.run(2, Files.createTempDirectory(folder, "whole")).withBudget(end);
        assertThrows(BudgetSpentException.class, () -> endless.optimise(whole));
        assertEquals(whole.outcome(), second.outcome());
    }

    @Test
    void aDamagedStateIsRefusedInOneSentence() throws IOException {
        byte[] endless =
                ByteBuffer.allocate(20).putLong(1).putInt(Integer.MAX_VALUE).array();
        byte[] negative = ByteBuffer.allocate(20).putLong(1).putInt(-1).array();
        for (byte[] content : new byte[][] {{1, 2, 3}, endless, negative, new byte[13]}) {
            Files.write(folder.resolve("topology-state.bin"), content);
            MemoryRun run = Composite.run(1, folder);
            Optimiser method = new TopologyOptimisation(Gradient.ADJOINT, 1e-5, Constraint.PROJECTION, 0.05, 10, 1);
            String message = assertThrows(InvalidInputException.class, () -> method.optimise(run))
                    .getMessage();
            assertTrue(message.contains("topology-state.bin") && message.contains("delete that file"), message);
        }
    }
}
