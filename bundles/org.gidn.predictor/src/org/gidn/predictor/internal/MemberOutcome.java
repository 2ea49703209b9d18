// SPDX-License-Identifier: Apache-2.0
package org.gidn.predictor.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What came of a {@link MemberTask}.
 *
 * @param parameters of the trained network
 * @param losses one an epoch
 * @param tests one an epoch, of the samples held back
 */
public record MemberOutcome(float[] parameters, double[] losses, double[] tests) {
    /** The outcome in the form that {@link #of} reads. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Numbers.write(out, parameters);
            Numbers.write(out, losses);
            Numbers.write(out, tests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads an outcome. */
    public static MemberOutcome of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new MemberOutcome(Numbers.floats(in), Numbers.doubles(in), Numbers.doubles(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
