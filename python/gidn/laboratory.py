# SPDX-License-Identifier: Apache-2.0
"""Designs that people, or machines of theirs, measure: asking for the next ones and telling what was found."""

import csv
import io
import json
import os
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from .errors import GidnError
from .evaluations import decode
from .program import command, folder_of
from .project import Project

__all__ = ["Asked", "ask", "tell"]

PathLike = Union[str, "os.PathLike[str]"]
Measured = Union[None, float, str, Mapping[str, Any]]


@dataclass(frozen=True)
class Asked:
    """A design that is to be measured.

    Attributes:
        number: by which it is told; from 1 on.
        design: an array of its block's shape by the name of each block, as in :attr:`Evaluations.designs`.
        predicted: what the method expects of the first objective, if anything.
    """

    number: int
    design: Dict[str, Any]
    predicted: Optional[float]


def ask(experiment: PathLike, count: Optional[int] = None) -> List[Asked]:
    """The designs that an experiment's method wants measured next; the same again until they are told.

    Args:
        experiment: a project's folder; a new project is made of an experiment file or the name of an example.
        count: how many are to be pending; if left out, those that are, or what the method wants at a time if none is.

    Returns:
        the designs; none when the run is done.

    Raises:
        GidnError: if the experiment is wrong, or the method can go on only when what is pending was told.
    """
    options = [] if count is None else ["--count", count]
    try:
        printed = command("ask", experiment, *options, "--format", "json")
    except GidnError:
        if _done(experiment):
            return []
        raise
    numbers = {json.loads(line)["id"] for line in printed.splitlines()}
    run = Project(folder_of(experiment)).run()
    rows = [row for row in run.rows("asked", "number") if row["number"] in numbers]
    designs = decode([row["design"] for row in rows], run.blocks)
    return [
        Asked(row["number"], {name: block[i] for name, block in designs.items()}, row["predicted"])
        for i, row in enumerate(rows)
    ]


def _done(experiment: PathLike) -> bool:
    """Whether all that its last run asked for was told."""
    try:
        return Project(folder_of(experiment)).run().state == "done"
    except GidnError:
        return False


def tell(
    project: PathLike, measured: Mapping[int, Union[Measured, Sequence[Measured]]], *, who: str = "", remark: str = ""
) -> None:
    """Tells what was measured, and lets the method go on. In any order, and a part at a time.

    Args:
        project: the project's folder.
        measured: by the number of each design a value of the first output, a dict of values by the outputs' names, or a text
            why there is no value; several specimens in a list.
        who: who measured.
        remark: what is to be noted.

    Raises:
        GidnError: if something does not fit; nothing is taken then.
    """
    outputs = [output.name for output in Project(project).run().outputs]
    text = io.StringIO()
    table = csv.DictWriter(text, ["id", *outputs, "failure"], lineterminator="\n")
    table.writeheader()
    for number, specimens in measured.items():
        for each in specimens if isinstance(specimens, (list, tuple)) else [specimens]:
            table.writerow({"id": number, **_row(each, outputs[0])})
    options = [option for pair in (("--who", who), ("--remark", remark)) if pair[1] for option in pair]
    command("tell", project, "-", *options, input=text.getvalue())


def _row(measured: Any, output: str) -> Dict[str, Any]:
    if isinstance(measured, str):
        return {"failure": measured}
    if isinstance(measured, Mapping):
        return {name: None if value is None else repr(float(value)) for name, value in measured.items()}
    if measured is None:
        raise GidnError("None was measured of a design; leave it out until it is, or tell in a text why it cannot be.")
    return {output: repr(float(measured))}
