// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.Wheel;

/** Which step of a design is seen, such as of a crack that grows; plays them one after the other. */
final class StepSlider extends Composite {
    private static final int STEP_MILLISECONDS = 400;

    private final Runnable moved;
    private final Button play;
    private final Scale scale;
    private final Label name;
    private final Runnable next = this::next;
    private List<FieldStep> steps = List.of();

    /** @param moved told when another step is to be seen */
    StepSlider(Composite parent, Runnable moved) {
        super(parent, SWT.NONE);
        this.moved = moved;
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(this);
        play = new Button(this, SWT.TOGGLE);
        play.setText(Messages.stepPlay);
        play.setToolTipText(Messages.stepPlayHint);
        play.addListener(SWT.Selection, event -> play());
        scale = new Scale(this, SWT.HORIZONTAL);
        scale.setToolTipText(Messages.stepScale);
        Named.name(scale, () -> Messages.stepScale);
        Wheel.scrolls(scale);
        scale.setPageIncrement(1);
        scale.addListener(SWT.Selection, event -> move(scale.getSelection()));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(scale);
        name = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(name);
    }

    /** Offers the steps of another design; what is at play goes on with them. */
    void setSteps(List<FieldStep> offered) {
        steps = offered;
        if (!offered.isEmpty()) {
            scale.setMaximum(Math.max(1, offered.size() - 1));
            name.setText(offered.get(shown()).name());
        }
    }

    List<FieldStep> offered() {
        return steps;
    }

    /** The number of the step that is to be seen. */
    int shown() {
        return Math.min(scale.getSelection(), steps.size() - 1);
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        play.setEnabled(enabled);
        scale.setEnabled(enabled);
        if (!enabled) {
            play.setSelection(false);
        }
    }

    /** Moves to a step, as dragging the slider does. */
    void move(int step) {
        scale.setSelection(step);
        name.setText(steps.get(shown()).name());
        moved.run();
    }

    private void play() {
        if (play.getSelection()) {
            if (shown() == steps.size() - 1) {
                move(0);
            }
            getDisplay().timerExec(STEP_MILLISECONDS, next);
        }
    }

    private void next() {
        if (isDisposed() || !play.getSelection()) {
            return;
        }
        if (shown() < steps.size() - 1) {
            move(shown() + 1);
        }
        if (shown() >= steps.size() - 1) {
            play.setSelection(false);
        } else {
            getDisplay().timerExec(STEP_MILLISECONDS, next);
        }
    }
}
