// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.text;

import java.util.Locale;
import java.util.ResourceBundle;
import org.gidn.core.text.Count;

/**
 * Words of those who know no translation, such as methods that name the phases of their runs, in the user's language. They stand in
 * {@code said.properties}; what others say is shown as it is.
 *
 * @since 1.0
 */
public final class Said {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            Said.class.getPackageName() + ".said", Locale.getDefault(), Said.class.getClassLoader());

    private Said() {}

    /** The same in the user's language. */
    public static String of(String words) {
        return known(words) ? WORDS.getString(key(words)) : words;
    }

    /** Whether there is a translation of it, be it the same words. */
    public static boolean known(String words) {
        return WORDS.containsKey(key(words));
    }

    /** So many of what is counted by a word in the plural, as {@link Count#ofMany} says it. */
    public static String counted(long count, String words) {
        String[] counted = Count.ofMany(count, words).split(" ", 2);
        return counted.length < 2 ? counted[0] : counted[0] + ' ' + of(counted[1]);
    }

    private static String key(String words) {
        return words.replace(' ', '_');
    }
}
