// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.execution;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gidn.cluster.internal.worker.WholeRuns;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.Content;
import org.gidn.core.execution.PieceSource;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.execution.Recipe;

/** Where workers have whole runs from. */
final class RunSource implements PieceSource {
    private final WholeRuns here;
    private final Recipe recipe;

    /**
     * @param command the program {@code gidn} on the workers' machines, as a shell has it; empty for this product's own
     */
    RunSource(String command) {
        String program = command.isEmpty() ? own() : command;
        here = new WholeRuns(program);
        recipe = new Recipe(
                new Recipe.Part(WholeRuns.ID, WholeRuns.Maker.class.getName(), Map.of(WholeRuns.COMMAND, program)),
                Recipe.code().stream().map(Content::of).toList(),
                List.of());
    }

    private static String own() {
        String area = System.getProperty("osgi.install.area");
        Path program = area == null
                ? null
                : Path.of(URI.create(area.replace(" ", "%20"))).resolve("gidn");
        if (program == null || !Files.isExecutable(program)) {
            throw new InvalidInputException("Workers are to make whole runs, but it is not known where they find the"
                    + " program gidn; name it with the executor's setting 'gidn'.");
        }
        return "'" + program.toString().replace("'", "'\\''") + "'";
    }

    @Override
    public PieceWork here() {
        return here;
    }

    @Override
    public Recipe recipe() {
        return recipe;
    }
}
