// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.settings.Factory;
import org.gidn.experiments.catalogue.Declaration;

/** A declaration that stands in no {@code plugin.xml}. */
record Declared(
        String point,
        String element,
        Map<String, String> attributes,
        List<Declaration> parameters,
        Factory<?> factory,
        Map<String, String> texts)
        implements Declaration {
    /** An extension of bundle {@code guest}. */
    static Declared extension(String point, String element, String id, Factory<?> factory, Declaration... parameters) {
        return new Declared(
                point,
                element,
                Map.of("id", id, "name", "Name of " + id, "description", "What " + id + " is."),
                List.of(parameters),
                factory,
                Map.of());
    }

    /** The same in a bundle of another content. */
    Declared of(String sum) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.put("sum", sum);
        return new Declared(point, element, changed, parameters, factory, texts);
    }

    /** A setting: name and type, then pairs of other attributes. */
    static Declared parameter(String name, String type, String... attributes) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("name", name, "type", type, "description", "A setting."));
        for (int i = 0; i < attributes.length; i += 2) {
            all.put(attributes[i], attributes[i + 1]);
        }
        return new Declared("", "parameter", all, List.of(), null, Map.of());
    }

    /** An example with the given files. */
    static Declared example(String id, Map<String, String> texts) {
        return new Declared(
                "org.gidn.experiments.examples",
                "example",
                Map.of("id", id, "name", "Name of " + id, "description", "An example.", "path", "folder"),
                List.of(),
                null,
                texts);
    }

    /** A study with its file. */
    static Declared study(String id, String yaml) {
        return new Declared(
                "org.gidn.experiments.studies",
                "study",
                Map.of("id", id, "path", "folder"),
                List.of(),
                null,
                Map.of("study.yaml", yaml));
    }

    @Override
    public String bundle() {
        return "guest";
    }

    @Override
    public String version() {
        return "1.2.3.qualifier";
    }

    @Override
    public String sum() {
        return attributes.getOrDefault("sum", "whole");
    }

    @Override
    public List<Path> classPath() {
        return List.of();
    }

    @Override
    public String attribute(String name) {
        return attributes.get(name);
    }

    @Override
    public List<Declaration> children(String name) {
        return name.equals("parameter") ? parameters : List.of();
    }

    @Override
    public Object instantiate() {
        return factory;
    }

    @Override
    public List<BundleFile> files(String folder) {
        return texts.entrySet().stream()
                .<BundleFile>map(entry -> new Text(entry.getKey(), entry.getValue()))
                .toList();
    }

    private record Text(String name, String text) implements BundleFile {
        @Override
        public byte[] read() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
