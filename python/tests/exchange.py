# SPDX-License-Identifier: Apache-2.0
"""Plays the product to a program."""

import json
import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import Any, Dict, List, Optional

import gidn

PACKAGE = Path(gidn.__file__).resolve().parent.parent

CELLS = {"name": "cells", "kind": "phases", "levels": ["soft", "middle", "stiff"], "rows": 2, "columns": 3}
SIZES = {"name": "sizes", "kind": "real", "count": 3, "from": 0.1, "to": 35, "unit": "in²"}
NUMBER = {"name": "number", "kind": "integer", "count": 1, "from": 1, "to": 12}
PROCESS = {"name": "process", "kind": "category", "levels": ["cast", "printed"], "count": 1}
MASS = {"name": "mass", "unit": "lb", "goal": "minimise"}
STRESS = {"name": "stress", "unit": "ksi", "goal": None}


class Exchange:
    """A program at work; what it writes to standard error is in ``errors`` at the end."""

    def __init__(self, source: str, variables: List[Dict[str, Any]], outputs: List[Dict[str, Any]], version: int = 1) -> None:
        self.folder = tempfile.TemporaryDirectory()
        program = Path(self.folder.name, "program.py")
        program.write_text("import gidn\n" + textwrap.dedent(source), encoding="utf-8")
        # The same Python, with or without numpy as this one has it.
        without = ["-S"] if sys.flags.no_site else []
        self.process = subprocess.Popen(
            [sys.executable, *without, str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(PACKAGE), "GIDN_EVALUATOR": "1", "PYTHONUNBUFFERED": ""},
        )
        self.errors = ""
        self.status: Optional[int] = None
        self._id = 0
        self.greeting = self.say({"gidn": "evaluator", "version": version, "variables": variables, "outputs": outputs})

    def say(self, message: Dict[str, Any]) -> Any:
        """Says something; returns the answer, or nothing if the program has ended."""
        assert self.process.stdin and self.process.stdout
        try:
            self.process.stdin.write(json.dumps(message) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return None
        line = self.process.stdout.readline()
        return json.loads(line) if line else None

    def evaluate(self, gradients: bool = False, **columns: Any) -> Any:
        """Lets it evaluate designs, told as in the protocol."""
        self._id += 1
        return self.say({"id": self._id, "evaluate": columns, "gradients": gradients})

    def __enter__(self) -> "Exchange":
        return self

    def __exit__(self, *ignored: Any) -> None:
        # Closes standard input, and reads what the program has written still.
        rest, self.errors = self.process.communicate(timeout=20)
        self.status = self.process.returncode
        self.folder.cleanup()
        assert rest == "", f"said unasked: {rest}"
