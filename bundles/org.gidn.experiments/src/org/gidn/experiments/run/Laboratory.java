// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.text.Json;

/**
 * Runs experiments whose designs are measured by people: a run asks for designs, and goes on when it is told what came of them.
 * In between nothing runs, and all that is known is stored. Any method can do that, for runs are repeatable: it is run on what was
 * told until it asks for what nobody has told. Thread-safe.
 *
 * @since 1.0
 */
public final class Laboratory {
    private final Catalogue catalogue;

    public Laboratory(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Looks whether the designs of an experiment can be measured by people, as far as that can be told without asking.
     *
     * @param folder where it is or shall be run, from which settings that name files are seen
     * @throws InvalidInputException if they cannot, since the method needs what only computed designs have, or the experiment cannot
     *     be run
     */
    public void check(Experiment experiment, Path folder) {
        Setup.measured(catalogue, experiment, folder).close();
    }

    /**
     * The designs that are to be measured next; asked twice, the same. The run that waits in the project goes on with its own
     * settings; if there is none, one begins.
     *
     * @param experiment what to do in a new run
     * @param count how many are to be pending, at most; 0 for those that are pending, or if none is, what the method wants at a
     *     time
     * @param another whether to begin another run even if one waits
     * @return what the run has asked and was told; the run is done if it has come to its end
     * @throws InvalidInputException if the experiment cannot be run, its last run is done and would ask for nothing else, or the
     *     project is in use or cannot be written
     */
    public LaboratoryRecord ask(
            Project project,
            Experiment experiment,
            int count,
            boolean another,
            RunListener listener,
            Cancellation cancellation) {
        Optional<LaboratoryRecord> last = another ? Optional.empty() : project.laboratory();
        boolean waits = last.isPresent() && last.get().run().state() == RunState.WAITING;
        if (last.isPresent() && !waits) {
            Object now = Json.readObject(Json.write(experiment.tree()));
            if (last.get().run().settings().equals(now)) {
                throw new InvalidInputException(
                        NLS.bind(Messages.laboratoryDone, last.get().run().number()));
            }
        }
        try (LaboratorySession session = waits
                ? LaboratorySession.resume(catalogue, project, last.get().run(), listener, cancellation)
                : LaboratorySession.begin(catalogue, project, experiment, listener, cancellation)) {
            session.ask(count);
            return session.record();
        }
    }

    /**
     * Takes in what people have measured, and goes on from it.
     *
     * @param table in any order, any part of what was asked for, and what was not; taken as a whole or not at all
     * @param listener told of what a reader should know
     * @return what the run has asked and was told; it asks for nothing new
     * @throws InvalidInputException if nothing waits, the table does not fit, or the project is in use or cannot be written; nothing
     *     was taken then
     */
    public LaboratoryRecord tell(Project project, ToldTable table, RunListener listener, Cancellation cancellation) {
        LaboratoryRecord last = project.laboratory()
                .filter(record -> record.run().state() == RunState.WAITING)
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.laboratoryNone, project)));
        try (LaboratorySession session =
                LaboratorySession.resume(catalogue, project, last.run(), listener, cancellation)) {
            session.tell(table);
            return session.record();
        }
    }
}
