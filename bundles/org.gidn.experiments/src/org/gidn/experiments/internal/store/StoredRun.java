// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.text.Json;

/**
 * The row of a run. One that cannot be read hides no other one.
 *
 * @param row its row
 * @param written whether a program is writing to the database now, so that the run can be at work
 */
record StoredRun(Row row, boolean written) {
    RunRecord record() {
        if (!row.whole()) {
            return unreadable(Messages.runDamaged);
        }
        try {
            return readable();
        } catch (InvalidInputException e) {
            return unreadable(e.getMessage());
        } catch (RuntimeException e) {
            return unreadable(Messages.runNotDescribed);
        }
    }

    private RunRecord readable() {
        ProblemText problem = ProblemText.read(row.text("problem"));
        RunState state = RunState.valueOf(row.text("state").toUpperCase(Locale.ROOT));
        boolean cutOff = state == RunState.RUNNING && !written;
        return new RunRecord(
                (int) row.integer("number"),
                row.text("title"),
                cutOff ? RunState.CANCELLED : state,
                row.integer("seed"),
                time("started"),
                time("finished"),
                row.integer("evaluations"),
                row.real("best"),
                row.text("optimiser"),
                Json.readObject(row.text("settings")),
                problem.outputs(),
                problem.space(),
                Json.readObject(row.text("versions")),
                Json.readObject(row.text("host")),
                cutOff ? Messages.runCutOff : row.text("failure"));
    }

    private RunRecord unreadable(String reason) {
        int number = (int) row.integer("number");
        Instant started = time("started");
        return new RunRecord(
                number,
                Objects.requireNonNullElse(row.text("title"), ""),
                RunState.UNREADABLE,
                row.integer("seed"),
                started == null ? Instant.EPOCH : started,
                time("finished"),
                row.integer("evaluations"),
                Double.NaN,
                Objects.requireNonNullElse(row.text("optimiser"), ""),
                Map.of(),
                List.of(),
                null,
                Map.of(),
                Map.of(),
                NLS.bind(Messages.runUnreadable, number, reason));
    }

    private Instant time(String column) {
        return row.value(column) == null ? null : Instant.ofEpochMilli(row.integer(column));
    }
}
