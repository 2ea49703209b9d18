// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Transform;
import org.gidn.visualisation.Surface;

/** Draws in a window. Holds fonts; close it when the painting is done. */
final class GcSurface implements Surface, AutoCloseable {
    private final GC gc;
    private final Font original;
    private Font font;
    private double fontSize;
    private final Transform transform;

    /** A surface whose unit is as much larger than a pixel as the user's texts are larger than usual. */
    static GcSurface scaled(GC gc) {
        Transform transform = new Transform(gc.getDevice());
        float scale = (float) FontScale.of(gc.getDevice()).scale();
        transform.scale(scale, scale);
        return new GcSurface(gc, transform);
    }

    /** A surface whose unit is a pixel. */
    GcSurface(GC gc) {
        this(gc, null);
    }

    private GcSurface(GC gc, Transform transform) {
        this.transform = transform;
        if (transform != null) {
            gc.setTransform(transform);
        }
        this.gc = gc;
        this.original = gc.getFont();
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setLineJoin(SWT.JOIN_ROUND);
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        paint(argb);
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        gc.fillRectangle(left, top, (int) Math.round(x + width) - left, (int) Math.round(y + height) - top);
    }

    @Override
    public void polygon(double[] xs, double[] ys, int argb) {
        if (xs.length < 3) {
            return;
        }
        paint(argb);
        Path path = path(xs, ys, xs.length);
        path.close();
        gc.fillPath(path);
        path.dispose();
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, double width, boolean dashed, int argb) {
        paint(argb);
        gc.setLineAttributes(new LineAttributes(
                (float) width,
                SWT.CAP_FLAT,
                SWT.JOIN_ROUND,
                dashed ? SWT.LINE_CUSTOM : SWT.LINE_SOLID,
                dashed ? new float[] {6, 4} : null,
                0,
                10));
        Path path = path(xs, ys, count);
        gc.drawPath(path);
        path.dispose();
    }

    private Path path(double[] xs, double[] ys, int count) {
        Path path = new Path(gc.getDevice());
        path.moveTo((float) xs[0], (float) ys[0]);
        for (int i = 1; i < count; i++) {
            path.lineTo((float) xs[i], (float) ys[i]);
        }
        return path;
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        paint(argb);
        Path path = new Path(gc.getDevice());
        path.addArc((float) (x - radius), (float) (y - radius), (float) (2 * radius), (float) (2 * radius), 0, 360);
        gc.fillPath(path);
        path.dispose();
    }

    @Override
    public void image(int[] argb, int width, int x, int y) {
        gc.setAlpha(255);
        Image image = new Image(gc.getDevice(), imageData(argb, width));
        gc.drawImage(image, x, y);
        image.dispose();
    }

    /** A picture as SWT wants it. */
    static ImageData imageData(int[] argb, int width) {
        int height = argb.length / width;
        ImageData data = new ImageData(width, height, 32, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        data.alphaData = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            data.alphaData[i] = (byte) (argb[i] >>> 24);
        }
        for (int row = 0; row < height; row++) {
            data.setPixels(0, row, width, argb, row * width);
        }
        return data;
    }

    @Override
    public void text(String text, double x, double y, double size, Anchor anchor, int argb) {
        paint(argb);
        font(size);
        Point extent = gc.textExtent(text);
        double left = x - (anchor == Anchor.LEFT ? 0 : anchor == Anchor.RIGHT ? extent.x : extent.x / 2.0);
        gc.drawText(text, (int) Math.round(left), (int) Math.round(y - extent.y / 2.0), SWT.DRAW_TRANSPARENT);
    }

    @Override
    public double textWidth(String text, double size) {
        font(size);
        return gc.textExtent(text).x;
    }

    private void font(double size) {
        if (size != fontSize) {
            closeFont();
            fontSize = size;
            FontData data = original.getFontData()[0];
            // Sizes are given in pixels, fonts in points.
            double points = size / FontScale.of(gc.getDevice()).pixelsPerPoint();
            font = new Font(gc.getDevice(), data.getName(), Math.max(1, (int) Math.round(points)), data.getStyle());
            gc.setFont(font);
        }
    }

    private void paint(int argb) {
        Color colour = new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
        gc.setAlpha(argb >>> 24);
        gc.setForeground(colour);
        gc.setBackground(colour);
    }

    private void closeFont() {
        if (font != null) {
            gc.setFont(original);
            font.dispose();
            font = null;
        }
    }

    @Override
    public void close() {
        closeFont();
        gc.setAlpha(255);
        if (transform != null) {
            gc.setTransform(null);
            transform.dispose();
        }
    }
}
