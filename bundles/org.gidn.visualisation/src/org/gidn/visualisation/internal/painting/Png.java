// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of pixels, in Java's own form and in a file's. */
public final class Png {
    static {
        Headless.ensure();
    }

    private Png() {}

    /** A picture of the given colours, row by row, {@code width} a row. */
    static BufferedImage image(int[] argb, int width) {
        BufferedImage image = new BufferedImage(width, argb.length / width, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, argb.length / width, argb, 0, width);
        return image;
    }

    /** A picture as the content of a PNG file. */
    public static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
