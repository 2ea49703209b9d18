// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

/**
 * Colours for numbers, even to the eye and safe for the colour-blind.
 *
 * @since 1.0
 */
public enum ColourMap {
    /** From dark violet over green to yellow, for quantities from low to high: matplotlib's viridis. */
    VIRIDIS(0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725),
    /** From blue over white to red-brown, for quantities with a sign. */
    DIVERGING(0x00429D, 0x4771B2, 0x73A2C6, 0xA5D5D8, 0xF5F5F0, 0xF7C98B, 0xE08B4B, 0xB85A1E, 0x7F2F00),
    /** From blue to yellow, for the levels of a design; the colours of the paper's figures. */
    MATERIAL(0x2B65AE, 0xFAD232);

    private final int[] stops;

    ColourMap(int... stops) {
        this.stops = stops;
    }

    /**
     * The colour as 0xFFRRGGBB.
     *
     * @param share 0 for the lowest, 1 for the highest; others are taken as the nearer of the two, NaN as transparent
     */
    public int argb(double share) {
        if (Double.isNaN(share)) {
            return 0;
        }
        double place = Math.max(0, Math.min(1, share)) * (stops.length - 1);
        int below = Math.min((int) place, stops.length - 2);
        return Colours.mix(stops[below], stops[below + 1], place - below);
    }
}
