// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Csv;
import org.gidn.experiments.WholeFile;
import org.gidn.experiments.project.StoreException;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.painting.FigureDrawing;
import org.gidn.visualisation.internal.painting.FigureSize;
import org.gidn.visualisation.internal.painting.PdfPage;
import org.gidn.visualisation.internal.painting.Png;
import org.gidn.visualisation.internal.painting.SvgPage;

/**
 * Writes figures to files; needs no display.
 *
 * @since 1.0
 */
public final class FigureFiles {
    private FigureFiles() {}

    /**
     * Writes a figure in the format that the file's name ends with: {@code .svg}, {@code .pdf}, {@code .png}, or {@code .csv}
     * for its data; the file is there whole or not at all.
     *
     * @throws InvalidInputException if the name has another ending, there can be no such file, or this machine has no fonts
     *     for a PNG
     * @throws StoreException if the file cannot be written to its end
     */
    public static void write(Figure figure, Path file) {
        String name = file.getFileName().toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        WholeFile.at(file).write(unfinished -> {
            switch (suffix) {
                case "svg" -> writeSvg(figure, unfinished);
                case "pdf" -> writePdf(figure, unfinished);
                case "png" -> writePng(figure, unfinished);
                case "csv" -> writeCsv(figure, unfinished);
                default -> throw new InvalidInputException(NLS.bind(Messages.figureEnding, name));
            }
        });
    }

    /**
     * A figure as an SVG document, readable at the width of a column of print.
     */
    public static String svg(Figure figure) {
        FigureSize size = FigureSize.of(figure);
        return svg(figure, size.width(), size.height(), Theme.LIGHT);
    }

    /**
     * A figure as an SVG document.
     *
     * @param width width in pixels
     * @param height height in pixels
     */
    public static String svg(Figure figure, int width, int height, Theme theme) {
        return SvgPage.document(figure, width, height, theme);
    }

    /** Writes a figure as SVG. */
    public static void writeSvg(Figure figure, Path file) throws IOException {
        Files.writeString(file, svg(figure));
    }

    /** Writes a figure as PDF, of the same size as the SVG document; the letters are those of a font within it. */
    public static void writePdf(Figure figure, Path file) throws IOException {
        FigureSize size = FigureSize.of(figure);
        Files.write(file, PdfPage.document(figure, size.width(), size.height(), Theme.LIGHT));
    }

    /**
     * Writes a figure as PNG, of the same size as the SVG document but three pixels a unit, so that it is sharp in print.
     *
     * @throws org.gidn.core.InvalidInputException if this machine has no fonts
     */
    public static void writePng(Figure figure, Path file) throws IOException {
        FigureSize size = FigureSize.of(figure);
        writePng(figure, size.width(), size.height(), 3, Theme.LIGHT, file);
    }

    /**
     * Writes a figure as PNG.
     *
     * @param width width in units of the font size, as of the SVG picture
     * @param height height in the same units
     * @param scale pixels a unit
     * @throws org.gidn.core.InvalidInputException if this machine has no fonts
     */
    public static void writePng(Figure figure, int width, int height, double scale, Theme theme, Path file)
            throws IOException {
        Files.write(file, Png.bytes(FigureDrawing.image(figure, width, height, scale, theme)));
    }

    /** The data of a figure as comma-separated values, with a header line. */
    public static String csv(Figure figure) {
        return FigureCsv.text(figure);
    }

    /**
     * Writes a table as comma-separated values (RFC 4180); numbers with all their digits, NaN as nothing.
     *
     * @param rows texts and numbers; the first row holds the headings
     * @throws InvalidInputException if there can be no such file
     * @throws StoreException if it cannot be written to its end
     */
    public static void writeTable(List<? extends List<?>> rows, Path file) {
        StringBuilder text = new StringBuilder();
        for (List<?> row : rows) {
            Csv.append(text, row.stream().map(FigureFiles::cell).toList());
        }
        WholeFile.at(file).write(unfinished -> Files.writeString(unfinished, text));
    }

    private static String cell(Object value) {
        return value instanceof Double number ? Csv.number(number) : value.toString();
    }

    /** Writes the data of a figure as comma-separated values, with a header line. */
    public static void writeCsv(Figure figure, Path file) throws IOException {
        Files.writeString(file, csv(figure), StandardCharsets.UTF_8);
    }
}
