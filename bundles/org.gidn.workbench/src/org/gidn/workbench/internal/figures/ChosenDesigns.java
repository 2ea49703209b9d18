// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.screen.ChosenPoints;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.gallery.DesignCaption;
import org.gidn.workbench.internal.gallery.DesignGallery;

/** The designs whose points were chosen in a plot, as thumbnails below it. Reads them in the background. */
final class ChosenDesigns extends Composite {
    /** As many as anybody looks through; of more than that an even part is shown. */
    private static final int MOST = 500;

    private final Label heading;
    private final DesignGallery gallery;
    private Object wanted;

    /**
     * @param selected is told of a design that is chosen among them
     * @param opened is told of one that is to be seen in large
     * @param closed called when the user has seen enough of them
     */
    ChosenDesigns(Composite parent, Consumer<FoundDesign> selected, Consumer<FoundDesign> opened, Runnable closed) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(this);
        heading = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .indent(12, 0)
                .applyTo(heading);
        ToolBar bar = new ToolBar(this, SWT.FLAT);
        ToolItem close = new ToolItem(bar, SWT.PUSH);
        close.setImage(Images.image("close.svg"));
        close.setToolTipText(Messages.chosenClose);
        close.addListener(SWT.Selection, event -> closed.run());
        gallery = new DesignGallery(this);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(gallery);
        gallery.addListener(SWT.Selection, event -> selected.accept(gallery.selection()));
        gallery.addListener(SWT.DefaultSelection, event -> opened.accept(gallery.selection()));
        gallery.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ESC) {
                closed.run();
            }
        });
    }

    /** Shows the designs of points; those of several points that are the same design once. */
    void show(List<ChosenPoints> points) {
        Display display = getDisplay();
        wanted = points;
        put(Messages.chosenReading, List.of());
        Job job = Job.create(Messages.chosenReading, (ICoreRunnable) monitor -> {
            Runnable outcome = read(points);
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!isDisposed() && wanted == points) {
                        outcome.run();
                    }
                });
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    private Runnable read(List<ChosenPoints> points) {
        try {
            int all = points.stream().mapToInt(chosen -> chosen.points().length).sum();
            Map<String, FoundDesign> distinct = new LinkedHashMap<>();
            for (ChosenPoints chosen : points) {
                int share = Math.max(1, (int) ((long) MOST * chosen.points().length / all));
                chosen.designs(share).forEach(design -> distinct.putIfAbsent(design.text(), design));
            }
            List<FoundDesign> designs = List.copyOf(distinct.values());
            String text = NLS.bind(
                    all > MOST ? Messages.chosenPart : Messages.chosenDesigns, designs.size(), String.valueOf(all));
            return () -> put(text, designs);
        } catch (Throwable e) {
            String sentence = Failures.sentence(e);
            return () -> put(sentence, List.of());
        }
    }

    private void put(String text, List<FoundDesign> designs) {
        heading.setText(text);
        if (designs.isEmpty()) {
            gallery.setDesigns(designs, null, index -> List.of(), index -> "");
        } else {
            DesignCaption caption = new DesignCaption(designs.get(0).space());
            gallery.setDesigns(
                    designs,
                    caption.picture(),
                    index -> caption.values(designs.get(index)),
                    index -> caption.of(designs.get(index)));
        }
    }

    /** The number of designs shown. */
    int count() {
        return gallery.count();
    }

    /** Chooses a design by its place, as a click on it does. */
    void choose(int index) {
        gallery.select(index);
    }
}
