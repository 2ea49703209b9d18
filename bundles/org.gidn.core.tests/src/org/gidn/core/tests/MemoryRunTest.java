// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.contract.RunContract;
import org.gidn.core.evaluation.Evaluator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run in memory keeps what every run promises; the product's is held to the same in {@code RunContractTest}. */
class MemoryRunTest {
    @TempDir
    private Path folder;

    @Test
    void keepsThePromises() {
        new RunContract(this::make).check();
    }

    private RunContract.Run make(Evaluator evaluator, OptionalLong budget) {
        MemoryRun run = new MemoryRun(evaluator, evaluator.space(), 1, 2, fresh());
        return method -> {
            MemoryRun life = run.again();
            budget.ifPresent(life::withBudget);
            method.accept(life);
        };
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folder, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
