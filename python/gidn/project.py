# SPDX-License-Identifier: Apache-2.0
"""Projects and their runs, read without the product."""

import json
import os
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple, Union

from .blocks import Block
from .errors import GidnError
from .evaluations import APART, Evaluations, Output, column, decode
from .predictor import Predictor
from .store import FILE, Reading, Row, Store

__all__ = ["Project", "Run"]

_KEPT = "GIDN keeps one of binary designs without rules and of real variables with equal ranges"


@dataclass(frozen=True)
class Run:
    """A run as it was when it was read.

    Attributes:
        number: from 1 on.
        title: that of the experiment.
        state: ``running``, ``waiting`` for measurements, ``done``, ``failed`` or ``cancelled``; one that was cut off says
            ``running`` until somebody resumes it.
        seed: the source of all its chance.
        optimiser: the name of its design method.
        settings: the experiment with all defaults filled in.
        outputs: what was measured, the objectives first.
        blocks: what a design consists of.
        started: when it began.
        finished: when it ended, if it has.
        evaluations_spent: how many evaluations the method has used.
        best: the best value of the first objective, if there is one.
        failure: why it failed, if it did.
        versions: the versions of all parts that made it.
        host: facts about the machine.
    """

    number: int
    title: str
    state: str
    seed: int
    optimiser: str
    settings: Dict[str, Any]
    outputs: Tuple[Output, ...]
    blocks: Tuple[Block, ...]
    started: datetime
    finished: Optional[datetime]
    evaluations_spent: int
    best: Optional[float]
    failure: Optional[str]
    versions: Dict[str, Any]
    host: Dict[str, Any]
    _store: Store = field(repr=False, compare=False)

    @property
    def folder(self) -> Path:
        """Where its files are; need not be there."""
        return self._store.file.parent / "runs" / str(self.number)

    def evaluations(self, source: Optional[str] = None) -> Evaluations:
        """All its evaluations, or those from one source, in the order in which the method's iterations began; what is kept
        apart, :data:`~gidn.evaluations.APART`, comes last.

        Raises:
            GidnError: if what is read is not as it was written.
        """
        with self._store.reading() as reading:
            sets = sorted(reading.all("candidate_set", self.number, "id"), key=lambda each: each["source"] in APART)
            return self._columns(reading, [each for each in sets if source in (None, each["source"])])

    def _columns(self, reading: Reading, sets: List[Row]) -> Evaluations:
        read: Dict[str, List[Any]] = {
            name: [value for each in sets for value in reading.column(each, name)]
            for name in ("design", "value", "predicted", "count", "spent", "time")
        }
        values = {self.outputs[0].name: column(read["value"])} if self.outputs else {}
        for i, output in enumerate(self.outputs[1:], 1):
            values[output.name] = column([value for each in sets for value in reading.further(each, i)])
        failures: List[Optional[str]] = []
        gradients: List[Any] = []
        for each in sets:
            failures += _by_place(each, reading.rows("failure", "WHERE candidate_set = ?", each["id"]), "reason")
            slopes = reading.rows("gradient", "WHERE candidate_set = ?", each["id"]) if self._store.checked else []
            gradients += _by_place(each, slopes, "derivatives")
        try:
            designs = decode(read["design"], self.blocks)
        except ValueError as error:
            raise self._store.damage(str(error)) from None
        return Evaluations(
            outputs=self.outputs,
            blocks=self.blocks,
            values=values,
            designs=designs,
            predicted=column(read["predicted"]),
            source=[each["source"] for each in sets for _ in range(each["size"])],
            iteration=column([each["iteration"] for each in sets for _ in range(each["size"])], whole=True),
            count=column(read["count"], whole=True),
            spent=column(read["spent"], whole=True),
            time=column([time / 1000 for time in read["time"]]),
            failure=failures,
            gradient=[None if slope is None else column(memoryview(slope).cast("d").tolist()) for slope in gradients],
        )

    def metrics(self) -> List[str]:
        """The names of the numbers that the method stored, such as ``training loss``."""
        with self._store.reading() as reading:
            return list(reading.names("SELECT DISTINCT name FROM metric WHERE run = ? ORDER BY name", self.number))

    def metric(self, name: str) -> Dict[str, Any]:
        """A metric as columns ``iteration``, ``step`` and ``value``, all empty if there is none of the name."""
        with self._store.reading() as reading:
            rows = reading.all("metric", self.number, "iteration, step", name)
        return {
            "iteration": column([row["iteration"] for row in rows], whole=True),
            "step": column([row["step"] for row in rows], whole=True),
            "value": column([row["value"] for row in rows]),
        }

    def events(self) -> List[Tuple[datetime, str]]:
        """What the method told, and when."""
        return [(_time(row["time"]), row["message"]) for row in self.rows("event", "time, message")]

    def rows(self, table: str, order: str) -> List[Row]:
        """All its rows in one of the database's tables that have a tally, as the page *Files* of the guide tells them."""
        with self._store.reading() as reading:
            return reading.all(table, self.number, order)

    def predictor(self, iteration: Optional[int] = None) -> Predictor:
        """The predictor that was trained in an iteration, or last.

        Raises:
            GidnError: if there is none, or its file is missing or damaged.
        """
        rows = self.rows("artefact", "name") if self._store.checked else []
        trained = {int(name.split(":")[1]): row for row in rows for name in [row["name"]] if name.startswith("predictor:")}
        if not trained or iteration is not None and iteration not in trained:
            which = "" if iteration is None else f" of iteration {iteration}"
            known = f"there are those of {', '.join(map(str, sorted(trained)))}" if trained else _KEPT
            raise GidnError(f"Run {self.number} has no predictor{which}; {known}.")
        row = trained[max(trained) if iteration is None else iteration]
        return Predictor.read(self.folder / row["name"].split(":", 2)[2], row["sha256"], self.blocks)


class Project:
    """A folder with ``experiment.yaml`` and ``results.sqlite``. It is only read; a run may be at work in it.

    Args:
        folder: where it is.

    Raises:
        GidnError: if no project is there.
    """

    def __init__(self, folder: Union[str, "os.PathLike[str]"]) -> None:
        self.folder = Path(folder)
        if not self.folder.is_dir():
            raise GidnError(f"There is no folder {self.folder}.")
        if not any((self.folder / name).exists() for name in (FILE, "experiment.yaml")):
            raise GidnError(f"The folder {self.folder} is no project: it has neither experiment.yaml nor {FILE}.")
        self._store = Store(self.folder)

    def runs(self) -> List[Run]:
        """All runs by their numbers; none if nothing was run yet."""
        with self._store.reading() as reading:
            return [_run(row, self._store) for row in reading.rows("run", "ORDER BY number")]

    def run(self, number: Optional[int] = None) -> Run:
        """The run of a number, or the last one.

        Raises:
            GidnError: if there is none.
        """
        with self._store.reading() as reading:
            if number is None:
                rows = reading.rows("run", "ORDER BY number DESC LIMIT 1")
            else:
                rows = reading.rows("run", "WHERE number = ?", number)
        if not rows:
            raise GidnError(f"Project {self.folder} has no run{'' if number is None else f' {number}'}.")
        return _run(rows[0], self._store)

    def __repr__(self) -> str:
        return f"Project({str(self.folder)!r})"


def _run(row: Row, store: Store) -> Run:
    problem = json.loads(row["problem"])
    # Former versions knew objectives only.
    outputs = problem.get("outputs", problem.get("objectives", ()))
    return Run(
        number=row["number"],
        title=row["title"],
        state=row["state"],
        seed=row["seed"],
        optimiser=row["optimiser"],
        settings=json.loads(row["settings"]),
        outputs=tuple(Output(each["name"], each.get("unit", ""), each.get("goal")) for each in outputs),
        blocks=tuple(Block.of_store(each) for each in _blocks(problem["space"])),
        started=_time(row["started"]),
        finished=None if row["finished"] is None else _time(row["finished"]),
        evaluations_spent=row["evaluations"],
        best=row["best"],
        failure=row["failure"],
        versions=json.loads(row["versions"]),
        host=json.loads(row["host"]),
        _store=store,
    )


def _blocks(space: Dict[str, Any]) -> List[Dict[str, Any]]:
    if "blocks" in space:
        return list(space["blocks"])
    # Former versions had one block without a name.
    if space["kind"] == "continuous":
        return [{**space, "name": "x", "rows": 1, "columns": len(space["lower"])}]
    return [{**space, "name": "cells", "kind": "phases", "levels": [{"name": "0"}, {"name": "1"}]}]


def _time(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, timezone.utc)


def _by_place(of: Row, rows: List[Row], name: str) -> List[Any]:
    """A column of some rows of a set, none where there is no row."""
    values: List[Any] = [None] * of["size"]
    for row in rows:
        values[row["position"]] = row[name]
    return values
