// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gidn.experiments.run.Progress;
import org.gidn.workbench.internal.progress.PhaseList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of a run's stretches of work, as wide as it is in the Run view. */
class PhaseListTest {
    private Shell shell;
    private PhaseList list;

    @BeforeAll
    static void begin() throws Exception {
        Window.begin();
    }

    @BeforeEach
    void open() {
        shell = new Shell(Window.window().getShell(), SWT.TOOL);
        GridLayoutFactory.fillDefaults().applyTo(shell);
        list = new PhaseList(shell);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        shell.setSize(480, 150);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void makesRoomForFiguresThatGrow() {
        show(9, 3);
        show(1_234_567, 14_537);
        List<String> cutOff = Window.controls(list).stream()
                .filter(control -> control instanceof Label
                        && (control.getSize().x < control.computeSize(SWT.DEFAULT, SWT.DEFAULT).x
                                || control.getLocation().x + control.getSize().x
                                        > control.getParent().getSize().x))
                .map(control -> ((Label) control).getText())
                .toList();
        assertEquals(List.of(), cutOff, "what is cut off");
    }

    private void show(long done, double rate) {
        Progress progress = new Progress("improving designs", "starts", done, 2_000_000_000, 60, rate, 5 * 3600, "");
        list.show(List.of(progress), progress.name());
        Window.settle();
    }
}
