// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gidn.core.design.DesignText;
import org.gidn.core.text.Csv;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;

/**
 * The data of figures as comma-separated values (RFC 4180). A plot gives one row a point: {@code series,x,y}, with {@code
 * x_end} for bars, {@code y_upper} for bands and {@code value} for maps where there are such series.
 */
final class FigureCsv {
    private final StringBuilder text = new StringBuilder();

    private FigureCsv() {}

    public static String text(Figure figure) {
        FigureCsv csv = new FigureCsv();
        switch (figure) {
            case Plot plot -> csv.plot(plot);
            case DesignGrid grid -> csv.designs(grid);
            case FieldPicture field -> csv.field(field);
        }
        return csv.text.toString();
    }

    private void plot(Plot plot) {
        Set<String> columns = new LinkedHashSet<>(List.of("series", "x", "y"));
        for (Series series : plot.series()) {
            switch (series) {
                case Series.Histogram h -> columns.add("x_end");
                case Series.Band b -> columns.add("y_upper");
                case Series.HeatMap m -> columns.add("value");
                case Series.Contours c -> columns.add("value");
                case Series.Designs d -> columns.add("design");
                default -> {
                    // the first three columns are enough
                }
            }
        }
        row(new ArrayList<>(columns));
        for (Series series : plot.series()) {
            switch (series) {
                case Series.Histogram h -> {
                    for (int i = 0; i < h.heights().length; i++) {
                        point(columns, plot, h, h.edges()[i], h.heights()[i], "x_end", Csv.number(h.edges()[i + 1]));
                    }
                }
                case Series.Band b -> {
                    for (int i = 0; i < b.x().length; i++) {
                        point(columns, plot, b, b.x()[i], b.lower()[i], "y_upper", Csv.number(b.upper()[i]));
                    }
                }
                case Series.Line line -> points(columns, plot, line, line.x(), line.y());
                case Series.Path path -> points(columns, plot, path, path.x(), path.y());
                case Series.Designs designs -> {
                    for (int i = 0; i < designs.x().length; i++) {
                        String text = designs.designs().get(i).text();
                        point(columns, plot, designs, designs.x()[i], designs.y()[i], "design", text);
                    }
                }
                case Series.Scatter scatter -> points(columns, plot, scatter, scatter.x(), scatter.y());
                case Series.HeatMap map -> grid(columns, plot, map, map.grid());
                case Series.Contours contours -> {
                    // The grid of a map that lies below it is not written twice.
                    if (plot.series().stream().noneMatch(other -> drawn(other, contours.grid()))) {
                        grid(columns, plot, contours, contours.grid());
                    }
                }
                case Series.Identity identity -> {
                    // has no data
                }
            }
        }
    }

    private static boolean drawn(Series series, Grid grid) {
        return series instanceof Series.HeatMap map && map.grid() == grid;
    }

    private void points(Set<String> columns, Plot plot, Series series, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            point(columns, plot, series, x[i], y[i], "", "");
        }
    }

    private void grid(Set<String> columns, Plot plot, Series series, Grid grid) {
        for (int j = 0; j < grid.y().length; j++) {
            for (int i = 0; i < grid.x().length; i++) {
                point(columns, plot, series, grid.x()[i], grid.y()[j], "value", Csv.number(grid.value(i, j)));
            }
        }
    }

    private void point(Set<String> columns, Plot plot, Series series, double x, double y, String extra, String value) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            cells.add(
                    switch (column) {
                        case "series" -> series.name();
                        case "x" -> place(plot.x(), x);
                        case "y" -> place(plot.y(), y);
                        default -> column.equals(extra) ? value : "";
                    });
        }
        row(cells);
    }

    private static String place(Axis axis, double value) {
        return axis.scale() == Axis.Scale.CATEGORIES ? axis.categories().get((int) value) : Csv.number(value);
    }

    private void designs(DesignGrid grid) {
        row(List.of("design", "label"));
        for (int i = 0; i < grid.designs().size(); i++) {
            String label = String.join("; ", grid.labels().get(i).lines().toList());
            row(List.of(DesignText.format(grid.picture().space(), grid.designs(), i), label));
        }
    }

    private void field(FieldPicture field) {
        row(List.of(
                "x1", "y1", "x2", "y2", "x3", "y3", "x4", "y4", field.colour().label()));
        for (int e = 0; e < field.values().length; e++) {
            List<String> cells = new ArrayList<>();
            for (int corner = 4 * e; corner < 4 * e + 4; corner++) {
                cells.add(Csv.number(field.xs()[corner]));
                cells.add(Csv.number(field.ys()[corner]));
            }
            cells.add(Csv.number(field.values()[e]));
            row(cells);
        }
    }

    private void row(List<String> cells) {
        Csv.append(text, cells);
    }
}
