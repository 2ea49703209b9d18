// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.figures;

import org.eclipse.jface.action.Action;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;

/** Plays the paths of a plot from their beginning to their end. */
final class PathPlayer extends Action {
    private static final int FRAMES = 120;
    private static final int FRAME_MILLISECONDS = 33;

    private final FigureControl control;
    private final Runnable step = this::step;
    private Plot plot;
    private int frame;

    PathPlayer(FigureControl control) {
        super(Messages.figurePlay, AS_CHECK_BOX);
        this.control = control;
        setImageDescriptor(Images.descriptor("play.svg"));
        setEnabled(false);
    }

    /** Takes the figure that the control shows; one at play ends. */
    void setFigure(Figure figure) {
        plot = figure instanceof Plot shown && shown.hasPaths() ? shown : null;
        setEnabled(plot != null);
        setChecked(false);
    }

    @Override
    public void run() {
        frame = 0;
        if (isChecked()) {
            step();
        } else {
            control.setFigure(plot);
        }
    }

    private void step() {
        if (control.isDisposed() || !isChecked()) {
            return;
        }
        frame++;
        boolean last = frame == FRAMES;
        control.setFigure(last ? plot : plot.upTo((double) frame / FRAMES));
        if (last) {
            setChecked(false);
        } else {
            control.getDisplay().timerExec(FRAME_MILLISECONDS, step);
        }
    }
}
