// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;

/**
 * An executor whose workers a person can look at, try out and end, from any process that sees their folder.
 *
 * @since 1.0
 */
public interface Cluster extends BatchExecutor {
    /** The folder through which all workers talk. */
    Path shared();

    /** What is known of all workers in the folder, those of other processes too. */
    List<WorkersStatus> status();

    /**
     * Ends all workers in the folder, those of other processes too; runs that use them end with a sentence, and can be resumed.
     *
     * @return how many jobs were ended
     */
    int stop();

    /**
     * Tries the whole way with one worker.
     *
     * @param evaluator what the worker is to evaluate
     * @param steps told of each step when it is done
     * @param waiting told what is waited for
     * @return whether all steps held
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    boolean check(EvaluatorSource evaluator, Consumer<Step> steps, Phase waiting, Cancellation cancellation);

    /**
     * A step of a check.
     *
     * @param what what was to be
     * @param holds whether it is so
     * @param found what was found, or what is wrong and what to do; may be empty
     */
    record Step(String what, boolean holds, String found) {}
}
