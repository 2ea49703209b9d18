// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.gallery;

import java.util.List;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.Choice;
import org.gidn.workbench.internal.views.ContextMenu;
import org.gidn.workbench.internal.views.DesignSelection;
import org.gidn.workbench.internal.views.Push;
import org.gidn.workbench.internal.views.RunView;
import org.gidn.workbench.internal.views.ViewExport;
import org.gidn.workbench.internal.views.ViewExport.Format;

/** The best designs of the run in focus as pictures, in an order that the user chooses. */
public final class GalleryView extends RunView<GalleryView.Content> {
    private static final int MOST = 5000;

    private DesignGallery gallery;
    private DesignSelection selection;
    private Choice<GalleryOrder> order;
    private ViewExport export;
    private Content shown;
    private List<FoundDesign> sorted = List.of();

    /** What the gallery shows. */
    record Content(RunNode node, RunRecord run, List<FoundDesign> designs) {
        DesignCaption caption() {
            return new DesignCaption(run.space());
        }
    }

    @Override
    protected void createContent(Composite parent) {
        gallery = new DesignGallery(parent);
        selection = new DesignSelection();
        getSite().setSelectionProvider(selection);
        gallery.addListener(SWT.Selection, event -> select());
        gallery.addListener(SWT.DefaultSelection, event -> inspect());
        order = new Choice<>(
                Messages.galleryOrder,
                "sort.svg",
                List.of(GalleryOrder.values()),
                GalleryOrder.BEST,
                GalleryOrder::text,
                GalleryOrder::text,
                chosen -> showSorted());
        Push larger = new Push(Messages.galleryLarger, "zoom-in.svg", () -> gallery.zoom(1.25));
        Push smaller = new Push(Messages.gallerySmaller, "zoom-out.svg", () -> gallery.zoom(1 / 1.25));
        export = new ViewExport(getSite(), this::title, this::formats);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(order);
        bar.add(larger);
        bar.add(smaller);
        bar.add(export);
        ContextMenu.set(gallery, larger, smaller, export);
    }

    /** A design of a run that the view is pinned to makes that run the current one, so that all else shows it too. */
    private void select() {
        if (!shown.node().equals(model().focus().run())) {
            model().focus().show(shown.node());
        }
        selection.set(shown.node(), gallery.selection());
    }

    private void inspect() {
        InspectorView.open(getSite().getPage(), shown.node(), gallery.selection());
    }

    @Override
    protected void runChanged() {
        gallery.select(-1);
        selection.set(null, null);
    }

    @Override
    protected String heading(RunNode node) {
        return shown == null || shown.designs().isEmpty() ? node.title() : title(shown);
    }

    @Override
    protected Content load(RunNode node, RunResults results) {
        return new Content(node, results.run(), results.best(MOST));
    }

    @Override
    protected void show(Content content) {
        shown = content;
        gallery.setEmptyText(noDesigns());
        showSorted();
    }

    private void showSorted() {
        if (shown != null) {
            sorted = order.chosen()
                    .sorted(shown.designs(), shown.run().objective().goal());
            DesignCaption caption = shown.caption();
            gallery.setDesigns(
                    sorted,
                    caption.picture(),
                    index -> caption.values(sorted.get(index)),
                    index -> caption.of(sorted.get(index)));
            export.update();
        }
    }

    private List<Format> formats() {
        return shown == null
                ? List.of()
                : GalleryExport.formats(shown.run(), sorted, shown.caption().picture(), shown.caption()::of);
    }

    private static String title(Content content) {
        RunRecord run = content.run();
        return NLS.bind(Messages.galleryDescription, new Object[] {
            content.node().project().getName(), run.number(), run.objective().name()
        });
    }

    @Override
    protected void showEmpty(String text) {
        shown = null;
        gallery.setEmptyText(text);
        sorted = List.of();
        gallery.setDesigns(sorted, null, index -> List.of(), index -> "");
        export.update();
        selection.set(null, null);
    }

    @Override
    public void setFocus() {
        gallery.setFocus();
    }

    /** Chooses the design at a place, as a click on it does. */
    public void choose(int index) {
        gallery.select(index);
    }

    /** The number of designs shown. */
    public int count() {
        return gallery.count();
    }

    /** What can be written to files. */
    public ViewExport export() {
        return export;
    }
}
