// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.text.Finding;

/**
 * A value of an experiment file with its place: a text, fields by name, or a list. Fields can be changed, for settings
 * given elsewhere.
 */
public final class Tree {
    private final int line;
    private final int column;
    private final String text;
    private final Map<String, Tree> fields;
    private final Map<String, Tree> names = new LinkedHashMap<>();
    private final List<Tree> items;

    private Tree(int line, int column, String text, Map<String, Tree> fields, List<Tree> items) {
        this.line = line;
        this.column = column;
        this.text = text;
        this.fields = fields;
        this.items = items;
    }

    /** A text; a null text stands for a value that was left out after the colon. */
    public static Tree text(int line, int column, String text) {
        return new Tree(line, column, text, null, null);
    }

    /** A text that was not read from the file. */
    public static Tree given(String text) {
        return text(0, 0, text);
    }

    /** The same of several texts by name, in their order. */
    public static Map<String, Tree> given(Map<String, String> texts) {
        Map<String, Tree> given = new LinkedHashMap<>();
        texts.forEach((name, text) -> given.put(name, given(text)));
        return given;
    }

    public static Tree map(int line, int column) {
        return new Tree(line, column, null, new LinkedHashMap<>(), null);
    }

    public static Tree list(int line, int column, List<Tree> items) {
        return new Tree(line, column, null, null, items);
    }

    /** Fields that were not read from the file. */
    public static Tree givenMap() {
        return map(0, 0);
    }

    /** Line from 1 on; 0 if it was not read from the file. */
    public int line() {
        return line;
    }

    /** Column from 1 on; 0 if it was not read from the file. */
    public int column() {
        return column;
    }

    public boolean isMap() {
        return fields != null;
    }

    public boolean isText() {
        return fields == null && items == null && text != null;
    }

    /** The text; null if it has fields or items, or was left out. */
    public String text() {
        return text;
    }

    /** The field of that name; null if there is none. */
    public Tree get(String name) {
        return fields.get(name);
    }

    public Map<String, Tree> fields() {
        return fields;
    }

    public List<Tree> items() {
        return items;
    }

    /** The place of a field's name. */
    public Tree name(String field) {
        return names.get(field);
    }

    public void put(Tree name, Tree value) {
        fields.put(name.text, value);
        names.put(name.text, name);
    }

    /** Puts a field that was not read from the file, in the place of one that was if there is one. */
    public void give(String name, Tree value) {
        fields.put(name, value);
        names.putIfAbsent(name, given(name));
    }

    public Finding finding(String message) {
        return new Finding(line, column, message);
    }
}
