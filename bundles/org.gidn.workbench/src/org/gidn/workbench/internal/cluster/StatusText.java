// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.gidn.cluster.Cluster;
import org.gidn.cluster.WorkersStatus;

/** What is told of workers, in words. */
final class StatusText {
    private StatusText() {}

    /** How many workers do what, how far they are, and what is waited for: some lines for each evaluator. */
    static String summary(Path shared, List<WorkersStatus> all) {
        return all.isEmpty()
                ? NLS.bind(Messages.none, shared)
                : all.stream().map(StatusText::summary).collect(Collectors.joining("\n\n"));
    }

    private static String summary(WorkersStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add(NLS.bind(Messages.numbers, new Object[] {
            status.working(),
            status.wanted(),
            status.queued(),
            status.starting(),
            status.draining(),
            status.lost(),
            status.refused()
        }));
        lines.add(NLS.bind(Messages.progress, new Object[] {
            number(status.chunks().open()),
            number(status.chunks().done()),
            number(status.designs().open()),
            number(status.designs().done()),
            String.format(Locale.ROOT, "%.4g", status.rate())
        }));
        if (status.driver().isEmpty()) {
            lines.add(Messages.idle);
        } else {
            lines.add(NLS.bind(Messages.process, status.driver()));
            if (!status.waiting().isEmpty()) {
                lines.add(NLS.bind(Messages.now, status.waiting()));
            }
        }
        return String.join("\n", lines);
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The workers that failed, each with the last lines that it printed; empty if none did. */
    static String troubles(List<WorkersStatus> all) {
        String troubles =
                all.stream().flatMap(status -> status.troubles().stream()).collect(Collectors.joining("\n"));
        return troubles.isEmpty() ? "" : Messages.trouble + "\n" + troubles;
    }

    static String step(Cluster.Step step) {
        String line = NLS.bind(step.holds() ? Messages.checkHolds : Messages.checkFails, step.what());
        return step.found().isEmpty() ? line : line + "\n    " + step.found();
    }
}
