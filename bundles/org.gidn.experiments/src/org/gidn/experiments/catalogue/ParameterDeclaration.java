// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.gidn.experiments.internal.Messages;

/** Reads the {@code parameter} elements of a {@code plugin.xml}. */
final class ParameterDeclaration {
    private static final List<String> TYPES =
            List.of("integer", "real", "boolean", "text", "path", "choice", "extension");

    private ParameterDeclaration() {}

    /**
     * Reads one parameter.
     *
     * @throws InvalidInputException if an attribute is missing, wrong, or the default is not allowed by the others
     */
    static Parameter read(Declaration element) {
        String name = required(element, null, "name");
        String type = required(element, name, "type");
        if (!TYPES.contains(type)) {
            throw new InvalidInputException(
                    NLS.bind(Messages.parameterType, name, NearestName.unknown(Messages.kindType, type, TYPES)));
        }
        Range range;
        try {
            range = Range.parse(element.attribute("min"), element.attribute("max"));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(NLS.bind(Messages.parameterRange, name), e);
        }
        String choices = element.attribute("choices");
        String unit = element.attribute("unit");
        Parameter parameter = new Parameter(
                name,
                Parameter.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                element.attribute("default"),
                range,
                unit == null ? "" : unit,
                choices == null ? List.of() : List.of(choices.split("\\|")),
                type.equals("extension") ? required(element, name, "point") : null,
                required(element, name, "description"),
                "true".equals(element.attribute("further")));
        if (parameter.defaultValue() != null) {
            parameter.convert(parameter.defaultValue());
        }
        return parameter;
    }

    private static String required(Declaration element, String name, String attribute) {
        String value = element.attribute(attribute);
        if (value == null || value.isBlank()) {
            throw new InvalidInputException(
                    name == null ? Messages.parameterNameless : NLS.bind(Messages.parameterLacks, name, attribute));
        }
        return value;
    }
}
