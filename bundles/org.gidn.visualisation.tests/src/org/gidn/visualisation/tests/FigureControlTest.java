// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.screen.DesignControl;
import org.gidn.visualisation.screen.DesignPainter;
import org.gidn.visualisation.screen.FigureControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures in a window. Needs a display, and is passed over where there is none. */
class FigureControlTest {
    private static Display display;
    private Shell shell;

    @BeforeAll
    static void start() {
        assumeTrue(System.getenv("DISPLAY") != null, "there is a display");
        display = new Display();
    }

    @AfterAll
    static void end() {
        if (display != null) {
            display.dispose();
        }
    }

    @BeforeEach
    void open() {
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(640, 480);
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    /** What the window shows once everything is laid out; drawn on request, as the screen itself lags behind. */
    private ImageData shown() {
        shell.open();
        while (display.readAndDispatch()) {
            // lays out
        }
        Control content = shell.getChildren()[0];
        Image image = new Image(display, content.getSize().x, content.getSize().y);
        GC gc = new GC(image);
        assertTrue(content.print(gc));
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }

    private static int count(ImageData data, RGB colour) {
        PaletteData palette = data.palette;
        int count = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                count += palette.getRGB(data.getPixel(x, y)).equals(colour) ? 1 : 0;
            }
        }
        return count;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyFigureIsDrawnOnTheColourOfItsWindow(boolean dark) {
        RGB background = dark ? new RGB(0x1E, 0x1F, 0x22) : new RGB(255, 255, 255);
        FigureControl control = new FigureControl(shell);
        control.setBackground(new Color(background));
        for (Figure figure : Examples.all()) {
            control.setFigure(figure);
            assertEquals(figure, control.figure());
            ImageData data = shown();
            int empty = count(data, background);
            assertTrue(empty > 0.1 * data.width * data.height, figure.title() + " leaves the background");
            assertTrue(empty < 0.99 * data.width * data.height, figure.title() + " is drawn");
        }
    }

    @Test
    void withoutAFigureItSaysWhatToDo() {
        FigureControl control = new FigureControl(shell);
        control.setBackground(new Color(255, 255, 255));
        control.setEmptyText("Run the experiment.");
        control.setFigure(Examples.histogram());
        control.setFigure(null);
        ImageData data = shown();
        int drawn = data.width * data.height - count(data, new RGB(255, 255, 255));
        assertTrue(drawn > 100 && drawn < 5000, drawn + " pixels of text");
    }

    @Test
    void numbersLookAlikeInEveryCountry() {
        FigureControl control = new FigureControl(shell);
        Locale here = Locale.getDefault();
        List<byte[]> pictures = new ArrayList<>();
        try {
            for (Locale country : List.of(Locale.UK, Locale.GERMANY)) {
                Locale.setDefault(country);
                control.setFigure(Examples.histogram());
                pictures.add(shown().data);
            }
        } finally {
            Locale.setDefault(here);
        }
        assertArrayEquals(pictures.get(0), pictures.get(1));
    }

    @Test
    void theWheelZoomsAndADoubleClickBringsBack() {
        FigureControl control = new FigureControl(shell);
        control.setBackground(new Color(255, 255, 255));
        control.setFigure(Examples.dense());
        ImageData before = shown();
        Control area = plotArea(control);
        zoom(area);
        ImageData zoomed = shown();
        assertTrue(!same(before, zoomed), "something else is seen");
        area.notifyListeners(SWT.MouseDoubleClick, new Event());
        assertTrue(same(before, shown()), "the same is seen again");
    }

    private static void zoom(Control area) {
        Event wheel = new Event();
        wheel.x = area.getSize().x / 2;
        wheel.y = area.getSize().y / 2;
        wheel.count = 3;
        area.notifyListeners(SWT.MouseVerticalWheel, wheel);
    }

    @Test
    void aZoomIsKeptForANewVersionOfAFigureAndForgottenForAnother() {
        FigureControl control = new FigureControl(shell);
        control.setBackground(new Color(255, 255, 255));
        control.setFigure(Examples.histogram());
        ImageData whole = shown();
        zoom(plotArea(control));
        ImageData zoomed = shown();
        control.setFigure(Examples.histogram());
        assertTrue(same(zoomed, shown()), "a run that goes on does not take the zoom away");
        control.setFigure(Examples.dense());
        control.setFigure(Examples.dense());
        control.setFigure(Examples.histogram());
        assertTrue(same(whole, shown()), "another figure is seen whole");
    }

    @Test
    void aClickOnAPointTellsItsDesign() {
        FigureControl control = new FigureControl(shell);
        List<FoundDesign> told = new ArrayList<>();
        control.setOpener(told::add);
        FoundDesign design = new FoundDesign(
                DesignSpace.binary(1, 2),
                DesignBatch.ofBits(2, new long[] {1}),
                new double[] {3, 5},
                Double.NaN,
                1,
                "sample",
                0);
        // A point alone stands in the middle.
        Series point = new Series.Designs("front", Hue.BLUE, new double[] {3}, new double[] {5}, List.of(design));
        control.setFigure(new Plot("", "", Axis.linear("a", ""), Axis.linear("b", ""), List.of(point)));
        shown();
        Control area = plotArea(control);
        int middle = area.getSize().x / 2;
        press(area, middle - 40, middle - 40);
        assertEquals(List.of(), told);
        press(area, middle - 40, middle);
        assertEquals(List.of(), told, "the plot was moved by the mouse");
        control.setFigure(new Plot("another", "", Axis.linear("a", ""), Axis.linear("b", ""), List.of(point)));
        press(area, middle + 3, middle + 3);
        assertEquals(List.of(design), told);
    }

    @Test
    void aRectangleAboutPointsTellsTheirDesigns() {
        FigureControl control = new FigureControl(shell);
        control.setBackground(new Color(255, 255, 255));
        List<List<Integer>> told = new ArrayList<>();
        control.setChooser(chosen -> told.add(chosen.stream()
                .flatMap(points -> Arrays.stream(points.points()).boxed())
                .toList()));
        double[] x = {0, 1, 2, 3};
        Series points = new Series.Scatter("designs", Hue.BLUE, x, new double[4], Optional.of(places -> List.of()));
        Series others = new Series.Scatter("others", Hue.GREY, x, new double[4]);
        control.setFigure(new Plot("", "", Axis.linear("a", ""), Axis.linear("b", ""), List.of(others, points)));
        ImageData before = shown();
        Control area = plotArea(control);
        int width = area.getSize().x;
        draw(area, SWT.SHIFT, 0, width / 2);
        assertEquals(List.of(List.of(0, 1)), told);
        assertTrue(!same(before, shown()), "the points are marked");
        draw(area, 0, 0, width / 2);
        assertEquals(1, told.size(), "without the key the plot is moved");
        area.notifyListeners(SWT.MouseDoubleClick, new Event());
        control.setChoosing(true);
        draw(area, 0, width, width / 2);
        assertEquals(List.of(2, 3), told.get(1));
        control.forgetChosen();
        area.notifyListeners(SWT.MouseExit, new Event());
        assertTrue(same(before, shown()), "nothing is marked");
        draw(area, 0, width, width - 1);
        assertEquals(List.of(), told.get(2), "there is nothing");
    }

    /** Draws a rectangle as high as the plot. */
    private static void draw(Control area, int keys, int from, int to) {
        for (int type : new int[] {SWT.MouseDown, SWT.MouseMove, SWT.MouseUp}) {
            Event event = new Event();
            event.button = 1;
            event.stateMask = keys;
            event.x = type == SWT.MouseDown ? from : to;
            event.y = type == SWT.MouseDown ? 0 : area.getSize().y;
            area.notifyListeners(type, event);
        }
    }

    /** Presses the mouse at one place, and lets it go at another one, halfway up. */
    private static void press(Control area, int from, int to) {
        for (int type : new int[] {SWT.MouseDown, SWT.MouseMove, SWT.MouseUp}) {
            Event event = new Event();
            event.button = 1;
            event.x = type == SWT.MouseDown ? from : to;
            event.y = area.getSize().y / 2;
            area.notifyListeners(type, event);
        }
    }

    private static Control plotArea(Control control) {
        if (control.isListening(SWT.MouseVerticalWheel) && control.isListening(SWT.MouseDoubleClick)) {
            return control;
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Control found = plotArea(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean same(ImageData a, ImageData b) {
        return Arrays.equals(a.data, b.data);
    }

    @Test
    void aClickOnAnElementTellsItsVariable() {
        DesignBatch designs = DesignText.parse(List.of(Examples.BEST), Examples.SPACE);
        DesignControl control = new DesignControl(shell);
        control.setDesign(Examples.PICTURE, designs, 0);
        List<Integer> clicked = new ArrayList<>();
        control.addElementListener(clicked::add);
        shown();
        Event click = new Event();
        click.button = 1;
        click.x = control.getSize().x / 2 + 10;
        click.y = control.getSize().y / 2 + 10;
        control.notifyListeners(SWT.MouseDown, click);
        click.x = 0;
        control.notifyListeners(SWT.MouseDown, click);
        assertEquals(List.of(16), clicked);
    }

    @Test
    void thumbnailsLeaveNothingBehind() {
        DesignBatch designs = DesignText.parse(List.of(Examples.BEST), Examples.SPACE);
        Image image = new Image(display, 64, 64);
        GC gc = new GC(image);
        for (int i = 0; i < 500; i++) {
            DesignPainter.paint(gc, Examples.PICTURE, designs, 0, new Rectangle(0, 0, 64, 64));
        }
        gc.dispose();
        assertTrue(count(image.getImageData(), new RGB(0xFA, 0xD2, 0x32)) > 1000, "stiff elements are yellow");
        image.dispose();
    }
}
