// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Draws on a page of a PDF document. Needs no display, and no fonts but the one that it is given. */
final class PdfSurface implements Page, AutoCloseable {
    /** A pixel of CSS is 1/96 inch, and a point of PDF 1/72. */
    private static final float POINTS = 0.75f;

    /** From the middle of a line of text down to the line that letters stand on, as a share of the font's size. */
    private static final double BASELINE = 0.35;

    /** Areas reach so many pixels under their next neighbours, since viewers let the page shine through between the two. */
    private static final float OVERLAP = 0.5f;

    /** How far a control point is from a corner of the square around a circle, so that the curve is round. */
    private static final double ROUND = 0.5522847498;

    private final PDDocument document;
    private final PdfText font;
    private final PDPageContentStream content;
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private final int height;

    /**
     * Adds a page to a document.
     *
     * @param width width in pixels
     * @param height height in pixels
     */
    PdfSurface(PDDocument document, PDFont font, int width, int height) throws IOException {
        this.document = document;
        this.font = new PdfText(font);
        this.height = height;
        PDPage page = new PDPage(new PDRectangle(width * POINTS, height * POINTS));
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        content.transform(Matrix.getScaleInstance(POINTS, POINTS));
        content.setLineJoinStyle(1);
    }

    @FunctionalInterface
    private interface Drawing {
        void draw() throws IOException;
    }

    private static void drawn(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        drawn(() -> {
            fillColour(argb);
            float more = argb >>> 24 == 0xFF ? OVERLAP : 0;
            content.addRect((float) x, up(y + height) - more, (float) width + more, (float) height + more);
            content.fill();
        });
    }

    @Override
    public void polygon(double[] xs, double[] ys, int argb) {
        if (xs.length >= 3) {
            drawn(() -> {
                fillColour(argb);
                path(xs, ys, xs.length);
                content.fill();
            });
        }
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, double width, boolean dashed, int argb) {
        if (count >= 2) {
            drawn(() -> {
                opacity(argb);
                content.setStrokingColor(red(argb), green(argb), blue(argb));
                content.setLineWidth((float) width);
                content.setLineDashPattern(dashed ? new float[] {6, 4} : new float[0], 0);
                path(xs, ys, count);
                content.stroke();
            });
        }
    }

    private void path(double[] xs, double[] ys, int count) throws IOException {
        content.moveTo((float) xs[0], up(ys[0]));
        for (int i = 1; i < count; i++) {
            content.lineTo((float) xs[i], up(ys[i]));
        }
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        drawn(() -> {
            fillColour(argb);
            float r = (float) radius;
            float k = (float) (ROUND * radius);
            float cx = (float) x;
            float cy = up(y);
            content.moveTo(cx + r, cy);
            content.curveTo(cx + r, cy + k, cx + k, cy + r, cx, cy + r);
            content.curveTo(cx - k, cy + r, cx - r, cy + k, cx - r, cy);
            content.curveTo(cx - r, cy - k, cx - k, cy - r, cx, cy - r);
            content.curveTo(cx + k, cy - r, cx + r, cy - k, cx + r, cy);
            content.fill();
        });
    }

    @Override
    public void image(int[] argb, int width, int x, int y) {
        drawn(() -> {
            int rows = argb.length / width;
            PDImageXObject image = LosslessFactory.createFromImage(document, Png.image(argb, width));
            opacity(0xFF000000);
            content.drawImage(image, x, up(y + rows), width, rows);
        });
    }

    @Override
    public void text(String text, double x, double y, double size, Anchor anchor, int argb) {
        double start =
                switch (anchor) {
                    case LEFT -> x;
                    case CENTRE -> x - textWidth(text, size) / 2;
                    case RIGHT -> x - textWidth(text, size);
                };
        words(text, size, Matrix.getTranslateInstance((float) start, up(y + BASELINE * size)), argb);
    }

    @Override
    public void uprightText(String text, double x, double y, double size, int argb) {
        double start = y + textWidth(text, size) / 2;
        words(text, size, Matrix.getRotateInstance(Math.PI / 2, (float) (x + BASELINE * size), up(start)), argb);
    }

    private void words(String text, double size, Matrix place, int argb) {
        drawn(() -> {
            fillColour(argb);
            content.beginText();
            content.setFont(font.font(), (float) size);
            content.setTextMatrix(place);
            content.showText(font.shown(text));
            content.endText();
        });
    }

    @Override
    public double textWidth(String text, double size) {
        return font.width(text) * size;
    }

    @Override
    public void clipped(View view, Runnable drawing) {
        drawn(() -> {
            content.saveGraphicsState();
            content.addRect(
                    (float) view.left(), up(view.top() + view.height()), (float) view.width(), (float) view.height());
            content.clip();
        });
        drawing.run();
        drawn(content::restoreGraphicsState);
    }

    private float up(double y) {
        return (float) (height - y);
    }

    private void fillColour(int argb) throws IOException {
        opacity(argb);
        content.setNonStrokingColor(red(argb), green(argb), blue(argb));
    }

    private void opacity(int argb) throws IOException {
        content.setGraphicsStateParameters(opacities.computeIfAbsent(argb >>> 24, share -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(share / 255f);
            state.setStrokingAlphaConstant(share / 255f);
            return state;
        }));
    }

    private static float red(int argb) {
        return (argb >> 16 & 0xFF) / 255f;
    }

    private static float green(int argb) {
        return (argb >> 8 & 0xFF) / 255f;
    }

    private static float blue(int argb) {
        return (argb & 0xFF) / 255f;
    }

    /** Ends the page. */
    @Override
    public void close() throws IOException {
        content.close();
    }
}
