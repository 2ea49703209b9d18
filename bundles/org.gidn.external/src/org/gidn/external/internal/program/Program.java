// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.problem.Output;
import org.gidn.core.text.Table;
import org.gidn.external.internal.declared.Variable;
import org.gidn.external.internal.declared.VariablesText;
import org.gidn.external.internal.process.Command;

/**
 * A program that evaluates designs, however it is talked to.
 *
 * @param variables what it is given
 * @param outputs what it gives
 * @param command what is started
 * @param environment what is set in its environment
 * @param folder from where its files are seen, that of the experiment
 * @param files what its values depend on beside the command's files
 * @param processes how many are started at most at a time; 0 for as many as are asked for
 * @param timeout the longest time for an answer, in seconds
 * @param retries how often a design is tried again at which the program crashed
 */
public record Program(
        List<Variable> variables,
        List<Output> outputs,
        Command command,
        Map<String, String> environment,
        Path folder,
        List<Path> files,
        int processes,
        double timeout,
        int retries) {
    /** All designs that it takes. */
    public DesignSpace space() {
        return VariablesText.space(variables);
    }

    /**
     * Looks whether designs are of this space.
     *
     * @throws InvalidInputException if they have another number of variables
     */
    public static void check(DesignSpace space, int given) {
        if (given != space.variables()) {
            throw new InvalidInputException(
                    "The program takes designs of " + space.variables() + " variables, not of " + given + ".");
        }
    }

    /** A design for a sentence, shortened. */
    public static String shown(DesignSpace space, DesignBatch designs, int design) {
        return "Design " + Table.shown(DesignText.format(space, designs, design));
    }
}
