package org.gidn.workbench.internal.views;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.action.Action;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.gidn.core.design.DesignSpace;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignPicture;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;

/** The best designs of the run in focus as pictures. */
public final class GalleryView extends RunView<GalleryView.Content> {
    private static final int MOST = 5000;

    private DesignGallery gallery;
    private DesignSelection selection;
    private RunNode shown;

    /** What the gallery shows. */
    record Content(RunNode node, RunRecord run, List<FoundDesign> designs) {}

    @Override
    void createContent(Composite parent) {
        gallery = new DesignGallery(parent);
        selection = new DesignSelection();
        getSite().setSelectionProvider(selection);
        gallery.addListener(SWT.Selection, event -> selection.set(shown, gallery.selection()));
        gallery.addListener(
                SWT.DefaultSelection, event -> InspectorView.open(getSite().getPage()));
        addAction(Messages.galleryLarger, "zoom-in.svg", () -> gallery.zoom(1.25));
        addAction(Messages.gallerySmaller, "zoom-out.svg", () -> gallery.zoom(1 / 1.25));
    }

    private void addAction(String name, String image, Runnable work) {
        Action action = new Action(name, Images.descriptor(image)) {
            @Override
            public void run() {
                work.run();
            }
        };
        getViewSite().getActionBars().getToolBarManager().add(action);
    }

    @Override
    Content load(RunNode node, RunResults results) {
        return new Content(node, results.run(), results.best(MOST));
    }

    @Override
    void show(Content content) {
        shown = content.node();
        RunRecord run = content.run();
        DesignSpace space = run.space();
        DesignPicture picture = DesignPicture.suits(space) ? new DesignPicture(space, run.layout()) : null;
        gallery.setEmptyText(Messages.galleryWaiting);
        gallery.setDesigns(
                content.designs(), picture, index -> caption(content.designs().get(index)));
        setContentDescription(content.designs().isEmpty() ? "" : description(content));
    }

    private static String description(Content content) {
        RunRecord run = content.run();
        return NLS.bind(Messages.galleryDescription, new Object[] {
            content.node().project().getName(), run.number(), run.objective().name()
        });
    }

    private static String caption(FoundDesign design) {
        String second = Double.isNaN(design.predicted())
                ? design.source()
                : NLS.bind(Messages.galleryPredicted, String.format(Locale.ROOT, "%.4g", design.predicted()));
        return String.format(Locale.ROOT, "%.5g", design.value()) + '\n' + second;
    }

    @Override
    void showEmpty(String text) {
        shown = null;
        setContentDescription("");
        gallery.setEmptyText(text);
        gallery.setDesigns(List.of(), null, index -> "");
        selection.set(null, null);
    }

    @Override
    public void setFocus() {
        gallery.setFocus();
    }

    /** The number of designs shown. */
    public int count() {
        return gallery.count();
    }
}
