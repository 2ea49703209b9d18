// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws on a picture in memory. */
final class GraphicsSurface implements Page {
    private final Graphics2D graphics;

    GraphicsSurface(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        // Rounded to whole pixels, neighbours leave no seam between them.
        double left = Math.round(x);
        double top = Math.round(y);
        colour(argb);
        graphics.fill(new Rectangle2D.Double(left, top, Math.round(x + width) - left, Math.round(y + height) - top));
    }

    @Override
    public void polygon(double[] xs, double[] ys, int argb) {
        if (xs.length < 3) {
            return;
        }
        colour(argb);
        Path2D path = path(xs, ys, xs.length);
        path.closePath();
        graphics.fill(path);
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, double width, boolean dashed, int argb) {
        colour(argb);
        graphics.setStroke(new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10,
                dashed ? new float[] {6, 4} : null,
                0));
        graphics.draw(path(xs, ys, count));
    }

    private static Path2D path(double[] xs, double[] ys, int count) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < count; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        return path;
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        colour(argb);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void image(int[] argb, int width, int x, int y) {
        graphics.drawImage(Png.image(argb, width), x, y, null);
    }

    @Override
    public void text(String text, double x, double y, double size, Anchor anchor, int argb) {
        colour(argb);
        Font font = Fonts.sans(size);
        graphics.setFont(font);
        double width = textWidth(text, size);
        double left = x - (anchor == Anchor.LEFT ? 0 : anchor == Anchor.RIGHT ? width : width / 2);
        LineMetrics metrics = font.getLineMetrics(text, graphics.getFontRenderContext());
        graphics.drawString(text, (float) left, (float) (y + (metrics.getAscent() - metrics.getDescent()) / 2));
    }

    @Override
    public double textWidth(String text, double size) {
        return Fonts.sans(size)
                .getStringBounds(text, graphics.getFontRenderContext())
                .getWidth();
    }

    @Override
    public void uprightText(String text, double x, double y, double size, int argb) {
        AffineTransform level = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        text(text, 0, 0, size, Anchor.CENTRE, argb);
        graphics.setTransform(level);
    }

    @Override
    public void clipped(View view, Runnable drawing) {
        Shape whole = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(view.left(), view.top(), view.width(), view.height()));
        drawing.run();
        graphics.setClip(whole);
    }

    private void colour(int argb) {
        graphics.setColor(new Color(argb, true));
    }
}
