// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/** Has JSON escape what YAML does not allow in a text, or an encoding cannot write: control characters and surrogates. */
public final class PrintableEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final char DELETE = 0x7f;

    private final int[] ascii = standardAsciiEscapesForJSON();

    public PrintableEscapes() {
        ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        boolean printable = !Character.isISOControl(character)
                && !Character.isSurrogate((char) character)
                && character != '\ufeff'
                && character < 0xfffe;
        return printable ? null : new SerializedString(String.format(Locale.ROOT, "\\u%04x", character));
    }
}
