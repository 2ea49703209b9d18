// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gidn.core.design.DesignSpace;
import org.gidn.experiments.run.Progress;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.screen.DesignControl;
import org.gidn.workbench.internal.Messages;

/** Shows beside a wizard's page what the experiment is about: a sketch of a design, how many there are, what a run costs. */
final class PreviewPane {
    private static final int CHARACTERS = 28;
    /** Numbers of designs are written in full up to so many digits. */
    private static final int DIGITS = 12;

    private static final double MILLISECONDS = 1e3;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private final Composite pane;
    private final DesignControl sketch;
    private final Label text;

    PreviewPane(Composite parent) {
        pane = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .extendedMargins(0, 12, 16, 0)
                .spacing(0, 10)
                .applyTo(pane);
        int width = new PixelConverter(parent).convertWidthInCharsToPixels(CHARACTERS);
        GridDataFactory.fillDefaults()
                .grab(false, true)
                .hint(width, SWT.DEFAULT)
                .applyTo(pane);
        sketch = new DesignControl(pane);
        GridDataFactory.fillDefaults().hint(width, width).applyTo(sketch);
        text = new Label(pane, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(width, SWT.DEFAULT)
                .applyTo(text);
    }

    /** Shows an experiment; null if there is something wrong with it, which leaves what was shown. */
    void show(Preview preview) {
        if (preview == null) {
            return;
        }
        DesignSpace space = preview.problem().space();
        boolean drawn = DesignPicture.suits(space);
        sketch.setVisible(drawn);
        ((GridData) sketch.getLayoutData()).exclude = !drawn;
        sketch.setDesign(drawn ? new DesignPicture(space) : null, drawn ? preview.design() : null, 0);
        text.setText(String.join("\n\n", sentences(preview)));
        pane.layout(true, true);
    }

    /** What is said of an experiment. */
    String text() {
        return text.getText();
    }

    private static List<String> sentences(Preview preview) {
        DesignSpace space = preview.problem().space();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                space.discrete()
                        ? NLS.bind(Messages.previewDesigns, space.variables(), number(space.count()))
                        : NLS.bind(Messages.previewVariables, space.variables()));
        Long budget = preview.budget();
        sentences.add(
                budget == null
                        ? Messages.previewUnlimited
                        : NLS.bind(Messages.previewBudget, number(BigInteger.valueOf(budget))));
        double seconds = preview.seconds();
        if (Double.isNaN(seconds)) {
            sentences.add(Messages.previewTimeUnknown);
        } else {
            sentences.add(NLS.bind(Messages.previewTime, time(seconds)));
            if (budget != null) {
                sentences.add(NLS.bind(Messages.previewTotal, time(budget * seconds)));
            }
        }
        return sentences;
    }

    private static String time(double seconds) {
        return seconds < 1
                ? NLS.bind(
                        Messages.previewMilliseconds,
                        new BigDecimal(seconds * MILLISECONDS)
                                .round(TWO_DIGITS)
                                .stripTrailingZeros()
                                .toPlainString())
                : Progress.time(seconds);
    }

    private static String number(BigInteger number) {
        boolean written = number.toString().length() <= DIGITS;
        return new DecimalFormat(written ? "#,##0" : "0.0E0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }
}
