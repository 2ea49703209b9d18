// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.texteditor.IDocumentProvider;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.text.Finding;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;

/**
 * Checks an experiment while it is written, a moment after the last key: in the forms' headers, in the text, and of what is saved
 * in the Problems view too.
 */
final class Validation {
    private static final int DELAY_MILLISECONDS = 300;
    private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";

    private final ExperimentEditor editor;
    private final ExperimentModel model;
    private final Catalogue catalogue;
    private final IDocumentProvider documents;
    private final Display display;
    private final Runnable start = this::start;
    private final Runnable changed;
    private final IPropertyListener saved = (source, property) -> savedOrNot(property);
    private final List<Annotation> unsaved = new ArrayList<>();
    /** Counts the checks, so that the findings of an older one never take the place of those of a newer one. */
    private final AtomicInteger latest = new AtomicInteger();

    private List<Finding> findings = List.of();
    private String notice;
    private boolean disposed;

    Validation(ExperimentEditor editor, ExperimentModel model, Catalogue catalogue, IDocumentProvider documents) {
        this.editor = editor;
        this.model = model;
        this.catalogue = catalogue;
        this.documents = documents;
        this.display = editor.getSite().getShell().getDisplay();
        this.changed = () -> {
            notice = null;
            display.timerExec(DELAY_MILLISECONDS, start);
        };
        model.addListener(changed);
        model.setTeller(this::tell);
        editor.addPropertyListener(saved);
        start();
    }

    void dispose() {
        disposed = true;
        model.removeListener(changed);
        editor.removePropertyListener(saved);
    }

    private void savedOrNot(int property) {
        if (property == IEditorPart.PROP_DIRTY && !unsaved()) {
            start();
        }
    }

    private boolean unsaved() {
        return documents.canSaveDocument(editor.getEditorInput());
    }

    private void start() {
        if (disposed) {
            return;
        }
        String text = model.text();
        boolean draft = unsaved();
        IFile file = editor.file();
        int number = latest.incrementAndGet();
        Job job = Job.create(Messages.jobValidating, (ICoreRunnable) monitor -> {
            List<Finding> found = ExperimentCheck.findings(catalogue, text);
            display.asyncExec(() -> {
                if (!disposed && text.equals(model.text())) {
                    findings = found;
                    show();
                    underline();
                }
            });
            // What is only written here says nothing of the file.
            if (!draft && file != null && file.exists()) {
                file.getWorkspace()
                        .run(
                                inner -> {
                                    if (number == latest.get()) {
                                        mark(file, text, found);
                                    }
                                },
                                file,
                                0,
                                null);
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    /** Underlines in the text what was found as long as it is not saved; after that its markers do. */
    private void underline() {
        IAnnotationModel annotations = documents.getAnnotationModel(editor.getEditorInput());
        if (annotations == null) {
            return;
        }
        unsaved.forEach(annotations::removeAnnotation);
        unsaved.clear();
        if (unsaved()) {
            for (Finding finding : findings) {
                Annotation annotation = new Annotation(ERROR, false, finding.message());
                annotations.addAnnotation(annotation, FindingPlace.of(model.text(), finding));
                unsaved.add(annotation);
            }
        }
    }

    /** Marks what was found; markers that say it already stay, since somebody may be going to one of them. */
    private static void mark(IFile file, String text, List<Finding> findings) {
        try {
            List<IMarker> before = List.of(file.findMarkers(Ids.PROBLEM_MARKER, true, IResource.DEPTH_ZERO));
            List<IMarker> outdated = new ArrayList<>(before);
            for (Finding finding : findings) {
                Position place = FindingPlace.of(text, finding);
                int start = place.getOffset();
                int end = start + place.getLength();
                List<IMarker> same = before.stream()
                        .filter(marker -> marker.getAttribute(IMarker.CHAR_START, -1) == start
                                && marker.getAttribute(IMarker.CHAR_END, -1) == end
                                && finding.message().equals(marker.getAttribute(IMarker.MESSAGE, "")))
                        .toList();
                outdated.removeAll(same);
                if (same.isEmpty()) {
                    IMarker marker = file.createMarker(Ids.PROBLEM_MARKER);
                    marker.setAttribute(IMarker.MESSAGE, finding.message());
                    marker.setAttribute(IMarker.SEVERITY, IMarker.SEVERITY_ERROR);
                    marker.setAttribute(
                            IMarker.LINE_NUMBER,
                            1
                                    + (int) text.substring(0, start)
                                            .chars()
                                            .filter(character -> character == '\n')
                                            .count());
                    marker.setAttribute(IMarker.CHAR_START, start);
                    marker.setAttribute(IMarker.CHAR_END, end);
                }
            }
            for (IMarker marker : outdated) {
                marker.delete();
            }
        } catch (CoreException e) {
            Platform.getLog(Validation.class).log(e.getStatus());
        }
    }

    /** Tells something, unless there are findings, until the text is changed. */
    void tell(String said) {
        notice = said;
        show();
    }

    /** Shows what was found last. */
    void show() {
        String message =
                switch (findings.size()) {
                    case 0 -> notice;
                    case 1 -> findings.get(0).message();
                    default ->
                        NLS.bind(Messages.editorMoreProblems, findings.get(0).message(), findings.size() - 1);
                };
        editor.showMessage(message, findings.isEmpty() ? IMessageProvider.INFORMATION : IMessageProvider.ERROR);
    }
}
