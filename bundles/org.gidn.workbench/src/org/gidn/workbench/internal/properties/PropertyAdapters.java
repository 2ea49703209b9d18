// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.properties;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.properties.IPropertySource;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.DesignNode;
import org.gidn.workbench.internal.workspace.Projects;

/** What the Properties view shows of a project, a run or a design that is selected. */
public final class PropertyAdapters implements IAdapterFactory {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss xxx", Locale.UK).withZone(ZoneId.systemDefault());

    private final RunModel model = PlatformUI.getWorkbench().getService(RunModel.class);

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        Rows rows =
                switch (adaptable) {
                    case DesignNode node -> rows(node.run().record(), node.design());
                    case IProject project when Projects.isExperiment(project) -> rows(project);
                    case RunNode node -> rows(model.index().current(node));
                    default -> null;
                };
        return type.cast(rows);
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySource.class};
    }

    private Rows rows(IProject project) {
        String group = Messages.propertiesProject;
        List<RunNode> runs = model.index().runs(project);
        Rows rows = new Rows()
                .add(group, Messages.propertiesName, project.getName())
                .add(group, Messages.propertiesFolder, Projects.folder(project))
                .add(group, Messages.propertiesRuns, runs.size());
        if (!runs.isEmpty()) {
            RunRecord latest = runs.get(0).record();
            rows.add(Messages.propertiesLatest, Messages.propertiesNumber, latest.number())
                    .add(
                            Messages.propertiesLatest,
                            Messages.comparisonState,
                            latest.state().title());
            if (!Double.isNaN(latest.best())) {
                rows.add(Messages.propertiesLatest, Messages.comparisonBest, latest.best());
            }
        }
        return rows;
    }

    private static Rows rows(RunRecord run, FoundDesign design) {
        String group = Messages.propertiesDesign;
        Rows rows = new Rows();
        for (int i = 0; i < design.values().length; i++) {
            rows.add(group, run.outputs().get(i).name(), design.values()[i]);
        }
        rows.add(group, Messages.propertiesMask, design.text())
                .add(group, Messages.propertiesSource, design.source())
                .add(group, Messages.propertiesIteration, design.iteration() + 1)
                .add(group, Messages.propertiesCount, design.count());
        return Double.isNaN(design.predicted())
                ? rows
                : rows.add(group, Messages.propertiesPredicted, design.predicted());
    }

    private static Rows rows(RunNode node) {
        RunRecord run = node.record();
        String group = Messages.propertiesRun;
        Rows rows = new Rows()
                .add(group, Messages.propertiesNumber, run.number())
                .add(group, Messages.propertiesName, node.label().name())
                .add(
                        group,
                        Messages.propertiesTags,
                        String.join(" ", node.label().tags()))
                .add(group, Messages.propertiesNote, node.label().note())
                .add(group, Messages.comparisonState, run.state().title())
                .add(group, Messages.propertiesMethod, run.optimiser())
                .add(group, Messages.comparisonEvaluations, run.evaluations())
                .add(group, Messages.propertiesStarted, time(run.started()));
        if (run.finished() != null) {
            rows.add(group, Messages.propertiesFinished, time(run.finished()));
        }
        if (!Double.isNaN(run.best())) {
            rows.add(group, Messages.comparisonBest, run.best());
        }
        if (run.failure() != null) {
            rows.add(group, Messages.propertiesFailure, run.failure());
        }
        return rows.addAll(Messages.propertiesSettings, run.settingsByPath())
                .addAll(Messages.propertiesHost, run.host())
                .addAll(Messages.propertiesVersions, run.versions());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
