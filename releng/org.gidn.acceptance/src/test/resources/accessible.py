# SPDX-License-Identifier: Apache-2.0
"""Writes down what screen readers are told of the window, through AT-SPI: a line of role, name and description for each thing shown.

Called with a folder: for each file NAME.shown in it, NAME.read is written, until there is a file done.
"""

import os
import pathlib
import sys
import time

import pyatspi

DEPTH = 60


def name(thing):
    """What a thing is called, by itself or by its label; what it says if it is a text that nobody can change."""
    labels = [
        relation.getTarget(i).name
        for relation in thing.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for i in range(relation.getNTargets())
    ]
    called = thing.name or " ".join(labels).strip()
    if called or thing.getRole() != pyatspi.ROLE_TEXT or pyatspi.STATE_EDITABLE in thing.getState().getStates():
        return called
    return thing.queryText().getText(0, -1)


def lines(thing, depth=0):
    try:
        states = thing.getState().getStates()
        if depth > 2 and pyatspi.STATE_SHOWING not in states:
            return
        focusable = "focusable" if pyatspi.STATE_FOCUSABLE in states else ""
        text = [thing.getRoleName(), name(thing), thing.description, focusable]
        yield "\t".join(word.replace("\n", " ").replace("\t", " ") for word in text)
        children = [thing.getChildAtIndex(i) for i in range(min(thing.childCount, 100))] if depth < DEPTH else []
    except Exception:  # what has gone meanwhile
        return
    for child in children:
        if child is not None:
            yield from lines(child, depth + 1)


def main():
    folder = pathlib.Path(sys.argv[1])
    while not (folder / "done").exists() and not (folder / "failed").exists():
        for shown in sorted(folder.glob("*.shown")):
            read = shown.with_suffix(".read")
            if not read.exists():
                text = "\n".join(line for each in pyatspi.Registry.getDesktop(0) if each for line in lines(each))
                part = read.with_suffix(".part")
                part.write_text(text, encoding="utf-8")
                os.replace(part, read)
        time.sleep(0.2)


main()
