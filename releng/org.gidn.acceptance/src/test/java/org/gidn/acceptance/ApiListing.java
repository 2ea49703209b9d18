// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance;

import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What programs, plug-ins and experiments may rely on, as lines of text in an order of their own. */
final class ApiListing {
    private ApiListing() {}

    /** A public type and its public and protected members; nothing for what is neither. */
    static List<String> type(Class<?> type) throws ReflectiveOperationException {
        if (!seen(type.getModifiers()) || type.isAnonymousClass() || type.isLocalClass()) {
            return List.of();
        }
        TreeSet<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (seen(field)) {
                members.add(modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName()
                        + value(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (seen(constructor)) {
                members.add(modifiers(constructor.getModifiers())
                        + type.getSimpleName()
                        + names(constructor.getGenericParameterTypes()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (seen(method) && !method.isBridge() && !given(type, method)) {
                members.add((method.isDefault() ? "default " : "") + modifiers(method.getModifiers())
                        + name(method.getGenericReturnType()) + " " + method.getName()
                        + names(method.getGenericParameterTypes()));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(header(type));
        members.forEach(member -> lines.add(type.getName() + ": " + member));
        return lines;
    }

    /** What every record and every enum has. */
    private static boolean given(Class<?> type, Method method) {
        return type.isRecord() && List.of("equals", "hashCode", "toString").contains(method.getName())
                || type.isEnum() && List.of("values", "valueOf").contains(method.getName());
    }

    private static String header(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface "
                : type.isInterface() ? "interface " : type.isRecord() ? "record " : type.isEnum() ? "enum " : "class ";
        String line = modifiers(type.getModifiers() & ~Modifier.ABSTRACT & ~Modifier.STATIC & ~Modifier.INTERFACE)
                + (Modifier.isAbstract(type.getModifiers()) && !type.isInterface() ? "abstract " : "")
                + kind
                + type.getName();
        if (type.isRecord()) {
            line += Arrays.stream(type.getRecordComponents())
                    .map(part -> name(part.getGenericType()) + " " + part.getName())
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        Type above = type.getGenericSuperclass();
        boolean plain = above == null || above == Object.class || type.isRecord() || type.isEnum();
        line += plain ? "" : " extends " + name(above);
        List<String> interfaces =
                Arrays.stream(type.getGenericInterfaces()).map(ApiListing::name).toList();
        return line + (interfaces.isEmpty() ? "" : " : " + String.join(", ", interfaces));
    }

    private static boolean seen(Member member) {
        return seen(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean seen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String modifiers(int modifiers) {
        int told = modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT);
        return told == 0 ? "" : Modifier.toString(told) + " ";
    }

    private static String name(Type type) {
        return type.getTypeName().replace("java.lang.", "").replace("java.util.", "");
    }

    private static String names(Type[] types) {
        return Arrays.stream(types).map(ApiListing::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Numbers and texts that programs may have compiled in, and files may hold. */
    private static String value(Field field) throws ReflectiveOperationException {
        int constant = Modifier.PUBLIC | Modifier.STATIC | Modifier.FINAL;
        boolean told = (field.getModifiers() & constant) == constant
                && (field.getType().isPrimitive() || field.getType() == String.class);
        return told ? " = " + String.valueOf(field.get(null)).replace("\n", "\\n") : "";
    }

    /** The elements and attributes of an extension point. */
    static Collection<String> point(String id, String schema) throws Exception {
        TreeSet<String> lines = new TreeSet<>();
        for (Element element : elements(schema, "element")) {
            for (Element attribute : within(element, "attribute")) {
                String use = attribute.getAttribute("use");
                lines.add("point " + id + ": " + element.getAttribute("name") + " @" + attribute.getAttribute("name")
                        + " " + attribute.getAttribute("type") + (use.isEmpty() ? "" : " " + use));
            }
        }
        return lines;
    }

    /** The extensions that experiments name, with their settings. */
    static Collection<String> extensions(String plugin) throws Exception {
        TreeSet<String> lines = new TreeSet<>();
        for (Element extension : elements(plugin, "extension")) {
            String point = extension.getAttribute("point");
            for (Node child = extension.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element made && point.startsWith("org.gidn.") && made.hasAttribute("id")) {
                    String line = "extension " + point + ": " + made.getAttribute("id");
                    lines.add(line);
                    for (Element parameter : within(made, "parameter")) {
                        String choices = parameter.getAttribute("choices");
                        lines.add(line + " " + parameter.getAttribute("name") + " " + parameter.getAttribute("type")
                                + (choices.isEmpty() ? "" : " " + choices));
                    }
                }
            }
        }
        return lines;
    }

    /** The statements of a database's schema, without comments. */
    static Collection<String> database(String script) {
        return Stream.of(script.replaceAll("--.*", "").replaceAll("\\s+", " ").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(statement -> "store: " + statement)
                .toList();
    }

    private static List<Element> elements(String xml, String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return within(
                factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getDocumentElement(),
                name);
    }

    private static List<Element> within(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
