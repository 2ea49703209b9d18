package org.gidn.workbench.internal.editor;

import java.util.Locale;

/** Turns the names of settings into words for labels. */
final class Words {
    private Words() {}

    /** {@code modulusRatio} becomes {@code Modulus ratio}. */
    static String of(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
