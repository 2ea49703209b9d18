package org.gidn.experiments;

import java.util.List;
import org.gidn.core.InvalidInputException;

/**
 * The outcome of reading an experiment file.
 *
 * @param experiment the experiment; null if anything is wrong
 * @param findings all that is wrong, in the order of the file; empty if there is an experiment
 * @since 1.0
 */
public record Reading(Experiment experiment, List<Finding> findings) {
    public Reading {
        findings = List.copyOf(findings);
    }

    /**
     * The experiment.
     *
     * @param fileName what the file is called in the message
     * @throws InvalidInputException says what is wrong first, and how much more is
     */
    public Experiment orThrow(String fileName) {
        if (experiment != null) {
            return experiment;
        }
        int more = findings.size() - 1;
        throw new InvalidInputException(findings.get(0).text(fileName)
                + (more == 0 ? "" : " (" + more + " more " + (more == 1 ? "finding" : "findings") + " below it)"));
    }
}
