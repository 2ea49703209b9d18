// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Event;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.experiments.run.Progress;
import org.gidn.experiments.run.RunListener;

/**
 * What a run at work has told so far. Written by the run's threads; read by the window as a snapshot, as often as it
 * draws, so that no run is slowed by drawing and no drawing by a run. Thread-safe.
 */
public final class LiveRun implements RunListener {
    private final Map<String, Progress> phases = new LinkedHashMap<>();
    private final List<Improvement> improvements = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private RunRecord record;
    private FoundDesign best;
    private String current;
    private long changes;

    /**
     * A run at one moment.
     *
     * @param record the run; null as long as it has not begun
     * @param phases the stretches of work, ended or not, in their order
     * @param current name of the stretch under way; null between two
     * @param best the best design so far; null if there is none
     * @param improvements best value against evaluations
     * @param events what the method told
     * @param changes grows whenever anything changes
     */
    public record Snapshot(
            RunRecord record,
            List<Progress> phases,
            String current,
            FoundDesign best,
            List<Improvement> improvements,
            List<Event> events,
            long changes) {}

    public synchronized Snapshot snapshot() {
        return new Snapshot(
                record,
                List.copyOf(phases.values()),
                current,
                best,
                List.copyOf(improvements),
                List.copyOf(events),
                changes);
    }

    @Override
    public synchronized void started(RunRecord run) {
        record = run;
        changes++;
    }

    /** Takes what was done and told before the run was resumed: it may spare some of that now. */
    synchronized void resumed(RunResults before) {
        before.phases()
                .forEach(phase -> phases.put(
                        phase.name(), Progress.ended(phase.name(), phase.unit(), phase.steps(), phase.seconds())));
        events.addAll(before.events());
        changes++;
    }

    @Override
    public synchronized void phaseStarted(Progress progress) {
        current = progress.name();
        progress(progress);
    }

    @Override
    public synchronized void progress(Progress progress) {
        phases.put(progress.name(), progress);
        changes++;
    }

    @Override
    public synchronized void phaseEnded(Progress progress) {
        progress(progress);
        current = null;
    }

    @Override
    public synchronized void event(String message) {
        // As in the store, what a resumed run tells again stands there once.
        if (events.stream().noneMatch(event -> event.message().equals(message))) {
            events.add(new Event(Instant.now(), message));
        }
        changes++;
    }

    @Override
    public synchronized void improved(FoundDesign design, long evaluations) {
        best = design;
        improvements.add(new Improvement(evaluations, design.value()));
        changes++;
    }

    @Override
    public synchronized void ended(RunRecord run) {
        record = run;
        current = null;
        changes++;
    }
}
