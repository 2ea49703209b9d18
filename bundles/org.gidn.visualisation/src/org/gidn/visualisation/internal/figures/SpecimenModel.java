// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/**
 * The whole specimen with the elements of the best design, the nodes, double along the crack, and the displacement that is
 * imposed (Figure S16 of the paper).
 */
public final class SpecimenModel implements StudyFigureFactory {
    /** How far the sides of the crack are drawn apart at its mouth, in element lengths. */
    private static final double OPENING = 0.3;

    private static final double ARROW = 0.9;
    private static final double ROOM = 1.8;

    @Override
    public List<Figure> figures(StudyResults study) {
        List<Figure> figures = new ArrayList<>();
        for (var part : study.parts()) {
            RunResults run = part.runs().get(0);
            RunRecord record = run.run();
            List<FoundDesign> best = run.best(1);
            if (!best.isEmpty()
                    && DesignPicture.suits(record.space())
                    && record.space().layout().mirrored()) {
                figures.add(plot(record.space(), best.get(0).designs()));
            }
        }
        return figures;
    }

    private static Plot plot(DesignSpace space, DesignBatch design) {
        Block block = space.picture().orElseThrow();
        DesignLayout layout = block.layout();
        int rows = block.rows();
        int half = block.columns();
        List<Series> series = new ArrayList<>();
        series.add(elements(rows, half, design));
        series.add(mesh(rows, half));
        List<double[]> single = new ArrayList<>();
        List<double[]> twice = new ArrayList<>();
        for (int row = 0; row <= rows; row++) {
            for (int column = -half; column <= half; column++) {
                if (column == 0 && row < layout.slitRows()) {
                    double apart = OPENING / 2 * (1 - (double) row / layout.slitRows());
                    twice.add(new double[] {-apart, rows - row});
                    twice.add(new double[] {apart, rows - row});
                } else {
                    single.add(new double[] {column, rows - row});
                }
            }
        }
        series.add(nodes(Messages.specimenNodes, Hue.INK, single));
        if (!twice.isEmpty()) {
            double tip = rows - layout.slitRows();
            series.add(new Series.Line(
                    Messages.specimenCrack, Hue.INK, new double[] {-OPENING / 2, 0, OPENING / 2}, new double[] {
                        rows, tip, rows
                    }));
            series.add(nodes(Messages.specimenDoubleNodes, Hue.VERMILION, twice));
        }
        for (int row = 0; row <= rows; row += Math.max(1, rows / 8)) {
            arrow(series, half, rows - row, 1);
            arrow(series, -half, rows - row, -1);
        }
        double across = Math.max(half + ROOM, rows / 2.0 + ROOM);
        return new Plot(
                NLS.bind(Messages.specimenTitle, 2 * half, rows),
                Messages.specimenCaption,
                Axis.linear("x", Messages.specimenUnit).between(-across, across),
                Axis.linear("y", Messages.specimenUnit).between(rows / 2.0 - across, rows / 2.0 + across),
                series,
                true);
    }

    private static Series.HeatMap elements(int rows, int half, DesignBatch design) {
        double[] x = new double[2 * half];
        double[] y = new double[rows];
        double[] values = new double[2 * half * rows];
        for (int j = 0; j < rows; j++) {
            y[j] = j + 0.5;
            for (int i = 0; i < 2 * half; i++) {
                x[i] = i - half + 0.5;
                int column = i < half ? half - 1 - i : i - half;
                values[j * 2 * half + i] = design.value(0, (rows - 1 - j) * half + column);
            }
        }
        Axis colour = Axis.linear(Messages.specimenVariable, "").between(0, 1);
        return new Series.HeatMap("elements", new Grid(x, y, values), colour, ColourMap.MATERIAL, false);
    }

    /** The sides of all elements, one line with gaps. */
    private static Series.Line mesh(int rows, int half) {
        double[] x = new double[3 * (rows + 1 + 2 * half + 1)];
        double[] y = new double[x.length];
        int at = 0;
        for (int row = 0; row <= rows; row++) {
            at = segment(x, y, at, new double[] {-half, row, half, row});
        }
        for (int column = -half; column <= half; column++) {
            at = segment(x, y, at, new double[] {column, 0, column, rows});
        }
        return new Series.Line("", Hue.GREY, x, y);
    }

    private static int segment(double[] x, double[] y, int at, double[] ends) {
        for (int i = 0; i < 2; i++) {
            x[at + i] = ends[2 * i];
            y[at + i] = ends[2 * i + 1];
        }
        x[at + 2] = Double.NaN;
        y[at + 2] = Double.NaN;
        return at + 3;
    }

    private static Series.Scatter nodes(String name, Hue hue, List<double[]> places) {
        return new Series.Scatter(
                name,
                hue,
                places.stream().mapToDouble(place -> place[0]).toArray(),
                places.stream().mapToDouble(place -> place[1]).toArray());
    }

    private static void arrow(List<Series> series, double x, double y, int direction) {
        double end = x + direction * (ARROW + 0.25);
        double barb = end - direction * 0.3;
        boolean listed = series.stream().anyMatch(one -> one.name().equals(Messages.specimenDisplacement));
        series.add(new Series.Line(
                listed ? "" : Messages.specimenDisplacement,
                Hue.GREEN,
                new double[] {x + direction * 0.25, end, barb, end, barb},
                new double[] {y, y, y + 0.18, y, y - 0.18}));
    }
}
