// SPDX-License-Identifier: Apache-2.0
package org.gidn.slurm.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.tests.Batch;
import org.gidn.cluster.tests.Slow;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers that the real SLURM starts give what one thread here gives, and what SLURM refuses becomes a sentence. */
@Tag("long")
class SlurmTest extends OnSlurm {
    @TempDir
    private Path shared;

    private BatchExecutor executor(String... settings) {
        return executor(shared, settings);
    }

    @Test
    void equalBits() throws Exception {
        Task task = Batch.task(Slow.source(1000, ""), 500);
        try (BatchExecutor executor = executor()) {
            Batch.begin(task, executor).assertSame();
        }
        Pools.closeAll();
        for (int i = 0; i < 100 && !cluster.queue().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertEquals(List.of(), cluster.queue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    partition | nowhere | SLURM has no partition 'nowhere'; name one that 'sinfo' lists with the setting 'partition'.
                    constraint | gold | No machine has the feature 'gold'; name one that 'sinfo -o %f' lists with the setting 'constraint'.
                    memory | 9999999 | No machine of the partition has 9999999 MB of memory for a worker; ask for less with the setting 'memory'.
                    lines | --colour=red | sbatch does not know an option in '--colour=red'; correct the setting 'lines'.
                    lines | --nodes=0 | SLURM refuses the workers: Batch job submission failed: Node count specification invalid; correct the executor's settings.
                    time | 0:30 | Setting 'time' is 0:30, too short for a worker; let it live for a minute at least, better for hours.
                    time | soon | 'soon' is no time; write minutes, hours:minutes:seconds or days-hours, such as 2:00:00, for the setting 'time'.
                    cores | 64 | Job N would wait for ever (PartitionConfig): the partition has no machine for such a job; ask for less with the settings 'cores' and 'memory', or name another 'partition'.
                    time | 7-0 | Job N would wait for ever (PartitionTimeLimit): the partition allows no job so long; ask for less with the setting 'time'.
                    """)
    void refusals(String setting, String value, String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> {
                            try (BatchExecutor executor = executor(setting, value)) {
                                executor.evaluate(Batch.task(Slow.source(1, ""), 1), Phase.SILENT, Cancellation.NONE);
                            }
                        })
                        .getMessage()
                        .replaceAll("Job \\d+_\\d+", "Job N"));
    }

    @Test
    void withoutSbatch() {
        String login = "env PATH=/nowhere /bin/sh -c";
        assertEquals(
                "There is no 'squeue' where '" + login + "' leads; run where SLURM's commands are, or name the machine"
                        + " that has them with the setting 'login: ssh HOST'.",
                assertThrows(InvalidInputException.class, () -> {
                            try (BatchExecutor executor = executor("login", login)) {
                                executor.evaluate(Batch.task(Slow.source(1, ""), 1), Phase.SILENT, Cancellation.NONE);
                            }
                        })
                        .getMessage());
    }
}
