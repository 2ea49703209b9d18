// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.text.Finding;

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
        String first = findings.get(0).text(fileName);
        throw new InvalidInputException(
                switch (more) {
                    case 0 -> first;
                    case 1 -> NLS.bind(Messages.findingAndOneMore, first);
                    default -> NLS.bind(Messages.findingAndMore, first, more);
                });
    }
}
