// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.text.Said;
import org.gidn.workbench.internal.Messages;

/** Says in words what settings are. */
final class Words {
    private Words() {}

    /** What {@code modulusRatio} is called: {@code Modulus ratio}, or what that is in the user's language. */
    static String of(String name) {
        String words = Said.of(plain(name));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The words of {@code modulusRatio}: {@code modulus ratio}. */
    static String plain(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** What a setting means, which values it takes, and its default. */
    static String explanation(Parameter parameter) {
        StringBuilder text = new StringBuilder(parameter.description());
        if (parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.REAL) {
            String range = parameter.range().text();
            if (!range.equals("a number")) {
                text.append('\n')
                        .append(Character.toUpperCase(range.charAt(0)))
                        .append(range.substring(1))
                        .append('.');
            }
        }
        if (parameter.defaultValue() != null && !parameter.defaultValue().isEmpty()) {
            text.append('\n').append(NLS.bind(Messages.settingDefault, parameter.defaultValue()));
        }
        return text.toString();
    }
}
