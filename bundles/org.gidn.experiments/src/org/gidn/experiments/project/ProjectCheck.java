// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.text.Count;
import org.gidn.experiments.Project;
import org.gidn.experiments.internal.Messages;

/**
 * What came of verifying all that a project has stored.
 *
 * @param damages places in the database where it is not as it was written; {@link Project#repair} saves the rest
 * @param files files of runs that are not as they were written, or are gone
 * @param runs number of runs
 * @param evaluations number of evaluations that were verified
 * @param measurements number of measurements that people have told and that were verified
 * @param checksums whether there are checksums, without which damage is seen only where it breaks the database's structure;
 *     a project that an older version of this program wrote gets them when it is written to, or repaired
 * @since 1.0
 */
public record ProjectCheck(
        List<String> damages, List<Path> files, int runs, long evaluations, long measurements, boolean checksums) {
    /** Whether nothing was found. */
    public boolean sound() {
        return damages.isEmpty() && files.isEmpty();
    }

    /**
     * What was found, for the user.
     *
     * @param shown how a file is named
     */
    public List<String> sentences(Function<Path, String> shown) {
        if (sound()) {
            return List.of(NLS.bind(
                    checksums ? Messages.checkSound : Messages.checkWithoutChecksums,
                    Count.of(runs, "run"),
                    measurements == 0
                            ? Count.of(evaluations, "design")
                            : NLS.bind(
                                    Messages.checkMeasured,
                                    Count.of(evaluations, "design"),
                                    Count.of(measurements, "measurement"))));
        }
        List<String> sentences = new ArrayList<>();
        damages.forEach(damage -> sentences.add(NLS.bind(Messages.checkDamaged, damage)));
        files.forEach(file -> sentences.add(NLS.bind(Messages.checkFile, shown.apply(file))));
        if (!files.isEmpty()) {
            sentences.add(Messages.checkFiles);
        }
        return sentences;
    }
}
