// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.gidn.visualisation.DesignPath;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.Wheel;

/** Follows the ways on which the designer's starts became designs, step by step. */
final class PathSlider extends Composite {
    private static final int WIDTH = 130;

    private final Followed followed;
    private final Combo choice;
    private final Scale scale;
    private final Label place;
    private List<DesignPath> paths = List.of();

    /** Told which step of which way is to be seen. */
    interface Followed {
        void followed(DesignPath path, int step);
    }

    PathSlider(Composite parent, Followed followed) {
        super(parent, SWT.NONE);
        this.followed = followed;
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(this);
        choice = new Combo(this, SWT.READ_ONLY);
        choice.setToolTipText(Messages.pathChoice);
        Named.name(choice, () -> Messages.pathChoice);
        Wheel.scrolls(choice);
        choice.addListener(SWT.Selection, event -> choose());
        scale = new Scale(this, SWT.HORIZONTAL);
        scale.setToolTipText(Messages.pathScale);
        Named.name(scale, () -> Messages.pathScale);
        Wheel.scrolls(scale);
        scale.addListener(SWT.Selection, event -> follow());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(scale);
        place = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults()
                .hint(WIDTH, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(place);
    }

    /** Offers other ways; nothing is followed until the user moves the slider. */
    void setPaths(List<DesignPath> offered) {
        paths = offered;
        boolean several = offered.stream().anyMatch(path -> path.iteration() > 0);
        choice.setItems(offered.stream()
                .map(path -> several
                        ? NLS.bind(Messages.pathOfIteration, path.start(), String.valueOf(path.iteration() + 1))
                        : NLS.bind(Messages.pathOfStart, path.start()))
                .toArray(String[]::new));
        choice.select(0);
        fit();
        // It stands where all ways lead to: at the designs.
        scale.setSelection(scale.getMaximum());
        place.setText("");
    }

    private void choose() {
        fit();
        follow();
    }

    private void fit() {
        if (!paths.isEmpty()) {
            int last = Math.max(1, path().steps().length - 1);
            scale.setMaximum(last);
            scale.setPageIncrement(Math.max(1, last / 20));
        }
    }

    private DesignPath path() {
        return paths.get(Math.max(0, choice.getSelectionIndex()));
    }

    /** Moves to a step, as dragging the slider does. */
    void move(int step) {
        scale.setSelection(step);
        follow();
    }

    private void follow() {
        int step = Math.min(scale.getSelection(), path().steps().length - 1);
        place.setText(NLS.bind(Messages.pathPlace, String.valueOf(step), String.valueOf(path().steps().length - 1)));
        followed.followed(path(), step);
    }
}
