// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.Base64;
import java.util.Locale;
import org.gidn.visualisation.internal.Markup;

/** Draws into an SVG document. Needs neither fonts nor a display. */
final class SvgSurface implements Page {
    /** From the middle of a line of text down to the line that letters stand on, as a share of the font's size. */
    private static final double BASELINE = 0.35;

    private static final String[] ANCHORS = {"start", "middle", "end"};

    private final StringBuilder elements = new StringBuilder();
    private final String id;
    private int clips;

    /**
     * @param id begins the names that the document defines
     */
    SvgSurface(String id) {
        this.id = id;
    }

    /** All that was drawn, as an element of a size in pixels. */
    String element(int width, int height) {
        String head = String.format(
                Locale.ROOT,
                "<svg id=\"%s\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                        + " width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"%s\">\n",
                id,
                width,
                height,
                width,
                height,
                Fonts.FAMILIES);
        return head + elements + "</svg>\n";
    }

    @Override
    public void fill(double x, double y, double width, double height, int argb) {
        // Rounded to whole pixels and drawn with hard edges, neighbours leave no seam between them at any scale.
        long left = Math.round(x);
        long top = Math.round(y);
        begin("rect").attribute("x", left).attribute("y", top);
        attribute("width", Math.round(x + width) - left).attribute("height", Math.round(y + height) - top);
        attribute("shape-rendering", "crispEdges").paint("fill", argb).end();
    }

    @Override
    public void polygon(double[] xs, double[] ys, int argb) {
        if (xs.length >= 3) {
            begin("path")
                    .attribute("d", path(xs, ys, xs.length) + "Z")
                    .paint("fill", argb)
                    .end();
        }
    }

    @Override
    public void polyline(double[] xs, double[] ys, int count, double width, boolean dashed, int argb) {
        begin("path").attribute("d", path(xs, ys, count)).attribute("fill", "none");
        paint("stroke", argb).attribute("stroke-width", width).attribute("stroke-linejoin", "round");
        if (dashed) {
            attribute("stroke-dasharray", "6 4");
        }
        end();
    }

    private static String path(double[] xs, double[] ys, int count) {
        StringBuilder path = new StringBuilder(12 * count);
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? 'M' : 'L').append(number(xs[i])).append(' ').append(number(ys[i]));
        }
        return path.toString();
    }

    @Override
    public void disc(double x, double y, double radius, int argb) {
        begin("circle").attribute("cx", x).attribute("cy", y).attribute("r", radius);
        paint("fill", argb).end();
    }

    @Override
    public void image(int[] argb, int width, int x, int y) {
        String png = Base64.getEncoder().encodeToString(Png.bytes(Png.image(argb, width)));
        begin("image").attribute("x", x).attribute("y", y);
        attribute("width", width).attribute("height", argb.length / width);
        attribute("xlink:href", "data:image/png;base64," + png).end();
    }

    @Override
    public void text(String text, double x, double y, double size, Anchor anchor, int argb) {
        begin("text").attribute("x", x).attribute("y", y + BASELINE * size);
        words(text, size, anchor, argb);
    }

    @Override
    public void uprightText(String text, double x, double y, double size, int argb) {
        begin("text").attribute("x", 0).attribute("y", BASELINE * size);
        attribute("transform", "translate(" + number(x) + " " + number(y) + ") rotate(-90)");
        words(text, size, Anchor.CENTRE, argb);
    }

    private void words(String text, double size, Anchor anchor, int argb) {
        attribute("font-size", size);
        if (anchor != Anchor.LEFT) {
            attribute("text-anchor", ANCHORS[anchor.ordinal()]);
        }
        paint("fill", argb).elements.append('>').append(Markup.escape(text)).append("</text>\n");
    }

    @Override
    public double textWidth(String text, double size) {
        return TextWidths.of(text, size);
    }

    @Override
    public void clipped(View view, Runnable drawing) {
        String name = id + "clip" + clips++;
        elements.append("<clipPath id=\"").append(name).append("\">");
        begin("rect").attribute("x", view.left()).attribute("y", view.top());
        attribute("width", view.width()).attribute("height", view.height()).end();
        elements.append("</clipPath>\n<g clip-path=\"url(#").append(name).append(")\">\n");
        drawing.run();
        elements.append("</g>\n");
    }

    private SvgSurface begin(String name) {
        elements.append('<').append(name);
        return this;
    }

    private void end() {
        elements.append("/>\n");
    }

    private SvgSurface attribute(String name, double value) {
        return attribute(name, number(value));
    }

    private SvgSurface attribute(String name, String value) {
        elements.append(' ').append(name).append("=\"").append(value).append('"');
        return this;
    }

    private SvgSurface paint(String name, int argb) {
        attribute(name, "rgb(" + (argb >> 16 & 0xFF) + "," + (argb >> 8 & 0xFF) + "," + (argb & 0xFF) + ")");
        int opacity = argb >>> 24;
        return opacity == 0xFF ? this : attribute(name + "-opacity", opacity / 255.0);
    }

    /** A number to a hundredth, without needless zeros, makes files half as long. */
    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
