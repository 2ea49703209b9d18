// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The bill of materials as CycloneDX 1.6 in JSON. The same parts give the same text. */
final class CycloneDx {
    private final StringBuilder text = new StringBuilder();
    private final Set<String> references = new LinkedHashSet<>();

    private CycloneDx() {}

    /**
     * @param product what the parts make up
     * @param version of the product
     */
    static String text(String product, String version, List<Part> parts) {
        return new CycloneDx().document(product, version, parts);
    }

    private String document(String product, String version, List<Part> parts) {
        text.append("{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.6\",\n  \"version\": 1,\n");
        text.append("  \"metadata\": {\"component\": {\"type\": \"application\", \"bom-ref\": ")
                .append(quoted(product));
        text.append(", \"name\": ")
                .append(quoted(product))
                .append(", \"version\": ")
                .append(quoted(version));
        text.append(", \"licenses\": [{\"license\": {\"id\": \"Apache-2.0\"}}]}},\n  \"components\": [\n");
        components(parts, "    ");
        return text.append("  ]\n}\n").toString();
    }

    private void components(List<Part> parts, String indent) {
        for (int i = 0; i < parts.size(); i++) {
            text.append(indent);
            component(parts.get(i), indent);
            text.append(i + 1 < parts.size() ? ",\n" : "\n");
        }
    }

    private void component(Part part, String indent) {
        Part.Identity identity = part.identity();
        text.append("{\"type\": \"").append(Archives.isLibrary(part.file()) ? "file" : "library");
        text.append("\", \"bom-ref\": ").append(quoted(reference(part)));
        if (!identity.group().isEmpty()) {
            text.append(", \"group\": ").append(quoted(identity.group()));
        }
        text.append(", \"name\": ").append(quoted(identity.name()));
        if (!identity.version().isEmpty()) {
            text.append(", \"version\": ").append(quoted(identity.version()));
        }
        if (!identity.group().isEmpty()) {
            text.append(", \"purl\": ").append(quoted(identity.purl()));
        }
        if (!part.sha256().isEmpty()) {
            text.append(", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"")
                    .append(part.sha256())
                    .append("\"}]");
        }
        text.append(", \"licenses\": ").append(licences(part.licence()));
        if (!Copyrights.of(identity).isEmpty()) {
            text.append(", \"copyright\": ").append(quoted(Copyrights.of(identity)));
        }
        text.append(", \"properties\": [{\"name\": \"gidn:file\", \"value\": ")
                .append(quoted(part.file()))
                .append("}]");
        if (!part.inside().isEmpty()) {
            text.append(", \"components\": [\n");
            components(part.inside(), indent + "  ");
            text.append(indent).append("]");
        }
        text.append("}");
    }

    /** A name that no other part of the document has. */
    private String reference(Part part) {
        String wanted = part.identity().group().isEmpty()
                ? part.file()
                : part.identity().purl() + "#" + part.file();
        String reference = wanted;
        for (int i = 2; !references.add(reference); i++) {
            reference = wanted + "-" + i;
        }
        return reference;
    }

    private static String licences(String expression) {
        boolean single = LicenceList.licences(expression).size() == 1 && !expression.contains(" WITH ");
        if (!single) {
            return "[{\"expression\": " + quoted(expression) + "}]";
        }
        String kind = expression.startsWith("LicenseRef-") ? "name" : "id";
        return "[{\"license\": {\"" + kind + "\": " + quoted(expression) + "}}]";
    }

    private static String quoted(String value) {
        return value.chars()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : "" + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
