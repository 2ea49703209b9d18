// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.catalogue.Declaration;

/** A declaration as it stands in a {@code plugin.xml}, with the files of its bundle. */
record Declared(
        String point,
        String element,
        Map<String, String> attributes,
        List<Declared> children,
        Map<String, byte[]> contents)
        implements Declaration {
    @Override
    public String bundle() {
        return "guest";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String sum() {
        return "";
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
        return children.stream()
                .filter(child -> child.element().equals(name))
                .<Declaration>map(child -> child)
                .toList();
    }

    @Override
    public Object instantiate() {
        throw new UnsupportedOperationException("reading makes nothing");
    }

    @Override
    public List<BundleFile> files(String folder) {
        return contents.entrySet().stream()
                .<BundleFile>map(entry -> new Content(entry.getKey(), entry.getValue()))
                .toList();
    }

    private record Content(String name, byte[] read) implements BundleFile {}
}
