// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What starts workers and ends them: a scheduler. All else, a {@link Cluster} does by files in a shared folder.
 *
 * @since 1.0
 */
public interface Engine {
    /** Settings on one line; executors whose texts are equal share workers. */
    String text();

    /**
     * Starts workers. Each runs {@code sh SCRIPT JOB SECONDS}, where {@code JOB} is its name and {@code SECONDS} are those that the
     * scheduler lets it live, 0 if it knows no end.
     *
     * @param count how many
     * @param script a script for {@code /bin/sh} in the shared folder
     * @param log a folder, where what a worker prints goes to {@code JOB.txt}
     * @return their names, of letters, digits, {@code _} and {@code .}
     * @throws org.gidn.core.InvalidInputException if the scheduler refuses them; says why, and what to do
     * @throws IOException if the scheduler does not answer just now; says so in a sentence
     */
    List<String> start(int count, Path script, Path log) throws IOException;

    /**
     * What the scheduler says of all jobs that it knows, finished ones left out. As this may be old or late, an executor concludes little
     * from it. Asks the scheduler no oftener than it likes.
     *
     * @throws IOException if the scheduler does not answer just now; says so in a sentence
     */
    Queue queue() throws IOException;

    /**
     * Why a worker ended that has never given a sign of life.
     *
     * @param job its name
     * @param folder the shared folder
     * @return one sentence
     */
    String whyEnded(String job, Path folder);

    /** Ends workers, also those that still wait. */
    void stop(Collection<String> jobs);
}
