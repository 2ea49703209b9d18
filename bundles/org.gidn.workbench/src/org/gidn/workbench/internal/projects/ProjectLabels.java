package org.gidn.workbench.internal.projects;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunIndex;
import org.gidn.workbench.internal.runs.RunNode;

/** How projects, experiment files and runs look in the navigator. */
public final class ProjectLabels extends LabelProvider implements IStyledLabelProvider {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    @Override
    public Image getImage(Object element) {
        return switch (element) {
            case RunNode run -> Images.image(stateImage(record(run).state()));
            case IProject project -> Images.image(project.isAccessible() ? Images.PROJECT : Images.FOLDER);
            case IFile file -> Images.image(Images.EXPERIMENT);
            default -> null;
        };
    }

    private static RunRecord record(RunNode run) {
        return RunIndex.get().current(run).record();
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
                new StyledString(NLS.bind(Messages.runName, run.number()))
                        .append("  " + summary(record(run)), StyledString.DECORATIONS_STYLER);
            case IProject project ->
                project.isAccessible()
                        ? new StyledString(project.getName())
                        : new StyledString(project.getName())
                                .append(Messages.projectClosed, StyledString.QUALIFIER_STYLER);
            case IFile file ->
                new StyledString(Messages.experimentName).append("  " + file.getName(), StyledString.QUALIFIER_STYLER);
            default -> new StyledString(String.valueOf(element));
        };
    }

    /** A run's best value and date, and its state unless it is done. */
    public static String summary(RunRecord run) {
        String best = Double.isNaN(run.best()) ? "" : String.format(Locale.ROOT, "%.5g", run.best()) + " · ";
        String state = run.state() == RunState.DONE ? "" : run.state() + " · ";
        ZonedDateTime started = run.started().atZone(ZoneId.systemDefault());
        boolean today = started.toLocalDate().equals(LocalDate.now());
        return best + state + (today ? TODAY : EARLIER).format(started);
    }
}
