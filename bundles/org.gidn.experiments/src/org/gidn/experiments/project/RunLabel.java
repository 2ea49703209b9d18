// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;

/**
 * What people say of a run. Immutable; what was said of a run stays with it, whatever else is done with its project.
 *
 * @param name what it is called, in one line; {@code ""} if it has no name
 * @param note any text
 * @param tags words by which runs are found, in alphabetical order, each once
 * @param star whether it stands out
 * @param archived whether it is to be left out of lists
 * @since 1.0
 */
public record RunLabel(String name, String note, List<String> tags, boolean star, boolean archived) {
    /** Nothing. */
    public static final RunLabel NONE = new RunLabel("", "", List.of(), false, false);

    private static final int LONGEST_NAME = 200;

    /** @throws InvalidInputException if the name has several lines or is too long, or a tag has blanks or commas in it */
    public RunLabel {
        name = name.strip();
        note = note.strip();
        tags = List.copyOf(new TreeSet<>(tags));
        if (name.length() > LONGEST_NAME || name.lines().count() > 1) {
            throw new InvalidInputException(NLS.bind(Messages.labelName, LONGEST_NAME));
        }
        for (String tag : tags) {
            if (!tag.matches("[^\\s,]+")) {
                throw new InvalidInputException(NLS.bind(Messages.labelTag, tag));
            }
        }
    }

    /** The same with another name. */
    public RunLabel named(String other) {
        return new RunLabel(other, note, tags, star, archived);
    }

    /** The same with another note. */
    public RunLabel noted(String other) {
        return new RunLabel(name, other, tags, star, archived);
    }

    /** The same with other tags. */
    public RunLabel tagged(Collection<String> others) {
        return new RunLabel(name, note, List.copyOf(new TreeSet<>(others)), star, archived);
    }

    /** The same, starred or not. */
    public RunLabel starred(boolean now) {
        return new RunLabel(name, note, tags, now, archived);
    }

    /** The same, archived or not. */
    public RunLabel archived(boolean now) {
        return new RunLabel(name, note, tags, star, now);
    }
}
