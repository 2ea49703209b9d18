// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.IFormPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.texteditor.DocumentProviderRegistry;
import org.eclipse.ui.texteditor.IDocumentProvider;
import org.eclipse.ui.texteditor.ITextEditor;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Points;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.plugins.InstallOffer;

/**
 * Edits an experiment file: as forms made from what the installed extensions declare, and as text, always in step. The text
 * page, which costs more than all else of the editor, follows as soon as the first form is drawn, or when it is asked for.
 */
public final class ExperimentEditor extends FormEditor {
    private final Catalogue catalogue = Catalogue.installed(new InstallOffer()::whereToGet);
    private final IResourceChangeListener filesListener = this::filesChanged;
    private IDocumentProvider documents;
    private SourcePage source;
    private ExperimentModel model;
    private Validation validation;
    private OutsideChange outside;
    private volatile boolean saving;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        IFile file = Adapters.adapt(input, IFile.class);
        if (file != null && !file.exists()) {
            throw new PartInitException(NLS.bind(Messages.editorFileGone, input.getToolTipText()));
        }
        super.init(site, input);
        setPartName(file == null ? input.getName() : file.getProject().getName());
        ResourcesPlugin.getWorkspace().addResourceChangeListener(filesListener, IResourceChangeEvent.POST_CHANGE);
    }

    private void filesChanged(IResourceChangeEvent event) {
        IResourceDelta delta = file() == null ? null : event.getDelta().findMember(file().getFullPath());
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!saving && delta != null && (delta.getFlags() & IResourceDelta.CONTENT) != 0 && !display.isDisposed()) {
            display.asyncExec(() -> {
                if (outside != null) {
                    outside.happened();
                }
            });
        }
    }

    /** Goes on with what an editor of the same experiment, whose project was renamed, had: its text and the page shown. */
    public void takeOver(ExperimentEditor before) {
        if (before.documents.canSaveDocument(before.getEditorInput())) {
            model.replace(before.model.text());
        }
        setActivePage(Math.max(0, Math.min(before.getActivePage(), getPageCount() - 1)));
    }

    @Override
    protected void addPages() {
        documents = DocumentProviderRegistry.getDefault().getDocumentProvider(getEditorInput());
        try {
            documents.connect(getEditorInput());
            model = new ExperimentModel(documents.getDocument(getEditorInput()));
            addPage(new OverviewPage(this));
            addPage(new ProblemPage(this));
            addPage(new PartPage(this, Messages.pageMethod, ExperimentFields.OPTIMISER, "", List.of()));
            addPage(new PredictorPage(this));
            addPage(new PartPage(
                    this,
                    Messages.pageRun,
                    ExperimentFields.EXECUTOR,
                    Messages.sectionLimits,
                    Stream.concat(ExperimentFields.SCALE.stream(), ExperimentFields.TROUBLE.stream())
                            .toList()));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
        validation = new Validation(this, model, catalogue, documents);
        outside = new OutsideChange(this, documents);
        model.addListener(this::changed);
        if (!model.readable()) {
            source();
            setActivePage(getPageCount() - 1);
        }
        getContainer().addListener(SWT.Paint, new Listener() {
            @Override
            public void handleEvent(Event event) {
                event.widget.removeListener(SWT.Paint, this);
                event.display.asyncExec(() -> source());
            }
        });
    }

    /** Before the text page is there, nothing else tells that there is something to be saved. */
    private void changed() {
        if (source == null) {
            firePropertyChange(PROP_DIRTY);
        }
    }

    @Override
    public boolean isDirty() {
        return documents != null && documents.canSaveDocument(getEditorInput());
    }

    /** The text page, which is made now if it is not there yet. */
    private SourcePage source() {
        if (source == null && !getContainer().isDisposed()) {
            source = new SourcePage(catalogue);
            try {
                setPageText(addPage(source, getEditorInput()), Experiment.FILE);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
            if (getSite().getPage().getActiveEditor() == this
                    && getEditorSite().getActionBarContributor() instanceof EditorContributor contributor) {
                contributor.setActiveEditor(this);
            }
        }
        return source;
    }

    /** The settings of the method in use that are predictors. */
    List<Parameter> predictors() {
        String method = model.extension(ExperimentFields.OPTIMISER.path()).orElse("");
        return catalogue.extensions(Points.OPTIMISERS).stream()
                .filter(extension -> extension.id().equals(method))
                .flatMap(extension -> extension.parameters().stream())
                .filter(parameter -> Points.PREDICTORS.equals(parameter.point()))
                .toList();
    }

    /** The experiment as all pages share it. */
    public ExperimentModel model() {
        return model;
    }

    /** What is installed. */
    Catalogue catalogue() {
        return catalogue;
    }

    /** The file in the workspace; null if it lies outside. */
    IFile file() {
        return Adapters.adapt(getEditorInput(), IFile.class);
    }

    /** Tells something in the headers of the forms until the text is changed. */
    void tell(String notice) {
        validation.tell(notice);
    }

    /** Shows in the headers of the forms what is wrong with the experiment, or what else is to be said; null if nothing is. */
    void showMessage(String message, int type) {
        for (Object page : pages) {
            if (page instanceof IFormPage form && form.getManagedForm() != null) {
                form.getManagedForm().getForm().setMessage(message, type);
            }
        }
    }

    @Override
    protected void pageChange(int index) {
        super.pageChange(index);
        if (validation != null) {
            validation.show();
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        saving = true;
        try {
            if (outside.kept()) {
                source().overwrite(monitor);
            } else {
                source().doSave(monitor);
            }
            outside.saved();
        } finally {
            saving = false;
        }
    }

    @Override
    public void setFocus() {
        super.setFocus();
        if (outside != null) {
            outside.ask();
        }
    }

    @Override
    public void doSaveAs() {
        doSave(null);
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == ITextEditor.class) {
            // The platform asks some hundred times while the window is built, which is no reason to make it then.
            return type.cast(source);
        }
        if (type == IGotoMarker.class) {
            return type.cast((IGotoMarker) this::reveal);
        }
        T adapter = super.getAdapter(type);
        return adapter != null || source == null ? adapter : source.getAdapter(type);
    }

    /** Shows the line that a marker is about. */
    private void reveal(IMarker marker) {
        setActiveEditor(source());
        IDE.gotoMarker(source, marker);
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(filesListener);
        if (validation != null) {
            validation.dispose();
            model.dispose();
            documents.disconnect(getEditorInput());
        }
        super.dispose();
    }
}
