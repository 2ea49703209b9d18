// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.reading.Tree;
import org.gidn.experiments.text.Finding;

/** Checks what an experiment says of an extension and its settings, against what the extension declares. */
final class ConfigurationReader {
    private final Catalogue catalogue;
    private final List<Finding> findings;

    /**
     * @param findings receives what is wrong
     */
    ConfigurationReader(Catalogue catalogue, List<Finding> findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /**
     * Reads one extension with its settings.
     *
     * @param tree an identifier, or a map with {@code use} and settings; null if nothing was said
     * @param point the extension point
     * @param fallback the identifier if none is given; null if one must be
     * @param parent where to complain if nothing was said
     * @param name what the setting is called
     * @return the configuration; null if anything is wrong
     */
    Configuration read(Tree tree, String point, String fallback, Tree parent, String name) {
        Tree use = tree == null || !tree.isMap() ? tree : tree.get(Configuration.USE);
        if (tree != null && !tree.isMap() && !tree.isText()) {
            findings.add(tree.finding(NLS.bind(Messages.extensionTakes, name)));
            return null;
        }
        if (use == null && fallback == null) {
            Tree place = tree == null ? parent : tree;
            List<String> ids =
                    catalogue.extensions(point).stream().map(Extension::id).toList();
            findings.add(place.finding(NLS.bind(Messages.extensionMissing, name, String.join(", ", ids))));
            return null;
        }
        Extension extension;
        try {
            extension = catalogue.extension(point, use == null ? fallback : String.valueOf(use.text()));
        } catch (InvalidInputException e) {
            findings.add((use == null ? parent : use).finding(e.getMessage()));
            return null;
        }
        return settings(extension, tree != null && tree.isMap() ? tree : Tree.givenMap(), tree == null ? parent : tree);
    }

    private Configuration settings(Extension extension, Tree given, Tree place) {
        int before = findings.size();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : extension.parameters()) {
            values.put(parameter.name(), value(parameter, given.get(parameter.name()), place, extension));
        }
        for (String name : given.fields().keySet()) {
            if (!values.containsKey(name) && !name.equals(Configuration.USE)) {
                findings.add(given.name(name)
                        .finding(NearestName.unknown(Messages.kindSetting, name, values.keySet()) + " ("
                                + extension.id() + ")"));
            }
        }
        return findings.size() > before ? null : new Configuration(extension, values);
    }

    private Object value(Parameter parameter, Tree given, Tree place, Extension extension) {
        if (parameter.type() == Parameter.Type.EXTENSION) {
            return read(given, parameter.point(), parameter.defaultValue(), place, parameter.name());
        }
        if (given == null && parameter.defaultValue() == null) {
            findings.add(place.finding(NLS.bind(Messages.settingNoDefault, parameter.name(), extension.id())));
            return null;
        }
        return given == null ? parameter.convert(parameter.defaultValue()) : convert(parameter, given);
    }

    /** A single value in the class that its parameter wants; null if it is wrong. */
    Object convert(Parameter parameter, Tree given) {
        if (!given.isText()) {
            String wrong = given.isMap()
                    ? Messages.settingHasSettings
                    : given.items() != null ? Messages.settingHasList : Messages.settingHasNoValue;
            findings.add(given.finding(NLS.bind(wrong, parameter.name())));
            return null;
        }
        try {
            return parameter.convert(given.text());
        } catch (InvalidInputException e) {
            findings.add(given.finding(e.getMessage()));
            return null;
        }
    }
}
