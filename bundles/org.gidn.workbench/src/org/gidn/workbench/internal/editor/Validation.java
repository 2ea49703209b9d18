// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.gidn.experiments.Finding;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;

/** Checks an experiment while it is written, a moment after the last key: in the forms' headers and in the Problems view. */
final class Validation {
    private static final int DELAY_MILLISECONDS = 300;

    private final ExperimentEditor editor;
    private final ExperimentModel model;
    private final Catalogue catalogue;
    private final Display display;
    private final Runnable start = this::start;
    private final Runnable changed;
    private List<Finding> findings = List.of();
    private boolean disposed;

    Validation(ExperimentEditor editor, ExperimentModel model, Catalogue catalogue) {
        this.editor = editor;
        this.model = model;
        this.catalogue = catalogue;
        this.display = editor.getSite().getShell().getDisplay();
        this.changed = () -> display.timerExec(DELAY_MILLISECONDS, start);
        model.addListener(changed);
        start();
    }

    void dispose() {
        disposed = true;
        model.removeListener(changed);
    }

    private void start() {
        if (disposed) {
            return;
        }
        String text = model.text();
        IFile file = editor.file();
        Job job = Job.create(Messages.jobValidating, (ICoreRunnable) monitor -> {
            List<Finding> found = ExperimentCheck.findings(catalogue, text);
            display.asyncExec(() -> {
                if (!disposed && text.equals(model.text())) {
                    findings = found;
                    show();
                }
            });
            if (file != null && file.exists()) {
                file.getWorkspace().run(inner -> mark(file, found), file, 0, null);
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    /** Marks what was found; markers that say it already stay, since somebody may be going to one of them. */
    private static void mark(IFile file, List<Finding> findings) {
        try {
            List<IMarker> before = List.of(file.findMarkers(Ids.PROBLEM_MARKER, true, IResource.DEPTH_ZERO));
            List<IMarker> outdated = new ArrayList<>(before);
            for (Finding finding : findings) {
                int line = Math.max(1, finding.line());
                List<IMarker> same = before.stream()
                        .filter(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0) == line
                                && finding.message().equals(marker.getAttribute(IMarker.MESSAGE, "")))
                        .toList();
                outdated.removeAll(same);
                if (same.isEmpty()) {
                    IMarker marker = file.createMarker(Ids.PROBLEM_MARKER);
                    marker.setAttribute(IMarker.MESSAGE, finding.message());
                    marker.setAttribute(IMarker.SEVERITY, IMarker.SEVERITY_ERROR);
                    marker.setAttribute(IMarker.LINE_NUMBER, line);
                }
            }
            for (IMarker marker : outdated) {
                marker.delete();
            }
        } catch (CoreException e) {
            Platform.getLog(Validation.class).log(e.getStatus());
        }
    }

    /** Shows what was found last. */
    void show() {
        String message =
                switch (findings.size()) {
                    case 0 -> null;
                    case 1 -> findings.get(0).message();
                    default ->
                        NLS.bind(Messages.editorMoreProblems, findings.get(0).message(), findings.size() - 1);
                };
        editor.showProblem(message, message == null ? IMessageProvider.NONE : IMessageProvider.ERROR);
    }
}
