// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.LiveRun;
import org.gidn.workbench.internal.runs.RunJob;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;

/** How projects, experiment files and runs look in the navigator. */
public final class ProjectLabels extends LabelProvider implements IStyledLabelProvider {
    /** The run that all views show. */
    private static final Styler SHOWN = new Styler() {
        @Override
        public void applyStyles(TextStyle style) {
            style.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        }
    };

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final RunModel model = PlatformUI.getWorkbench().getService(RunModel.class);

    @Override
    public Image getImage(Object element) {
        return switch (element) {
            case RunNode run -> Images.image(stateImage(record(run).state()));
            case IProject project -> Images.image(project.isAccessible() ? Images.PROJECT : Images.FOLDER);
            case IFile file -> Images.image(Images.EXPERIMENT);
            default -> null;
        };
    }

    private RunRecord record(RunNode run) {
        return model.index().current(run).record();
    }

    /** The picture of a run's state. */
    public static String stateImage(RunState state) {
        return "state-" + state + ".svg";
    }

    @Override
    public String getText(Object element) {
        return getStyledText(element).getString();
    }

    @Override
    public StyledString getStyledText(Object element) {
        return switch (element) {
            case RunNode run ->
                new StyledString(
                                NLS.bind(Messages.runName, run.number()),
                                run.equals(model.focus().run()) ? SHOWN : null)
                        .append(said(model.index().current(run).label()))
                        .append("  " + summary(run), StyledString.DECORATIONS_STYLER);
            case IProject project ->
                new StyledString(project.getName()).append(condition(project), StyledString.QUALIFIER_STYLER);
            case IFile file ->
                new StyledString(Messages.experimentName).append("  " + file.getName(), StyledString.QUALIFIER_STYLER);
            default -> new StyledString(String.valueOf(element));
        };
    }

    /** The name, a star and the tags of a run, as far as it has them; one that is archived is grey. */
    private static StyledString said(RunLabel label) {
        StyledString said = new StyledString();
        if (!label.name().isEmpty()) {
            said.append(" " + label.name());
        }
        if (label.star()) {
            said.append(" \u2605", StyledString.COUNTER_STYLER);
        }
        label.tags().forEach(tag -> said.append(" #" + tag, StyledString.COUNTER_STYLER));
        if (label.archived()) {
            said.append(" " + Messages.runArchived, StyledString.QUALIFIER_STYLER);
        }
        return said;
    }

    private String condition(IProject project) {
        if (!project.isAccessible()) {
            return Messages.projectClosed;
        }
        List<RunJob> waiting = model.queue().waiting();
        return IntStream.range(0, waiting.size())
                .filter(place -> waiting.get(place).project().equals(project))
                .mapToObj(place -> NLS.bind(
                        Messages.projectWaiting, place + 1, waiting.get(place).getName()))
                .findFirst()
                .orElse("");
    }

    /** A run's best value, up to now if it is at work, its date, and its state unless it is done. */
    private String summary(RunNode node) {
        RunRecord run = record(node);
        LiveRun live = model.queue().live(node);
        FoundDesign found = live == null ? null : live.snapshot().best();
        double value = found == null ? run.best() : found.value();
        String best = Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5g", value) + " · ";
        String state = run.state() == RunState.DONE ? "" : run.state().title() + " · ";
        ZonedDateTime started = run.started().atZone(ZoneId.systemDefault());
        boolean today = started.toLocalDate().equals(LocalDate.now(started.getZone()));
        return best + state + (today ? TODAY : EARLIER).format(started);
    }
}
