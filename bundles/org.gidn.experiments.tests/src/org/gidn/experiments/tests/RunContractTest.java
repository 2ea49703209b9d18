// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gidn.core.contract.RunContract;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.run.RunContext;
import org.gidn.experiments.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run of an experiment keeps what every run promises to a method. */
class RunContractTest {
    @TempDir
    private Path folder;

    @Test
    void keepsThePromises() {
        new RunContract(Stored::new).check();
    }

    /** Each life ends by an error, so that the run can be resumed. */
    private final class Stored implements RunContract.Run {
        private final AtomicReference<Consumer<RunContext>> method = new AtomicReference<>();
        private final AtomicReference<Throwable> thrown = new AtomicReference<>();
        private final Project project;
        private final Bench bench;
        private final String[] settings;
        private boolean begun;

        Stored(Evaluator evaluator, OptionalLong budget) {
            project = Bench.project(fresh());
            bench = new Bench(this::act).evaluatedBy(evaluator);
            settings = budget.isPresent() ? new String[] {"budget=" + budget.getAsLong()} : new String[0];
        }

        private void act(RunContext run) {
            try {
                method.get().accept(run);
            } catch (Throwable e) {
                thrown.set(e);
            }
            throw new IllegalStateException("the end of a life");
        }

        @Override
        public void live(Consumer<RunContext> next) {
            method.set(next);
            thrown.set(null);
            if (begun) {
                bench.resume(project, 1);
            } else {
                bench.run(project, settings);
            }
            begun = true;
            if (thrown.get() instanceof Error error) {
                throw error;
            }
            if (thrown.get() instanceof RuntimeException error) {
                throw error;
            }
        }
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folder, "project").resolve("one");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
