# SPDX-License-Identifier: Apache-2.0
"""Inverse design with the GIDN Workbench from Python.

- :func:`evaluator` turns a function into a program that the product evaluates designs with.
- :class:`Project` reads what runs have found, without the product.
- :func:`run` and :func:`resume` begin runs and go on with them; :func:`ask` and :func:`tell` are for values that are measured.

numpy is used where it is installed; nothing else is needed.
"""

from .errors import GidnError
from .evaluator import Evaluator, evaluator, serve
from .blocks import Block
from .evaluations import Evaluations, Output
from .laboratory import Asked, ask, tell
from .predictor import Predictor
from .program import command, find_program, resume, run
from .project import Project, Run
from .version import VERSION as __version__

__all__ = [
    "Asked",
    "Block",
    "Evaluations",
    "Evaluator",
    "GidnError",
    "Output",
    "Predictor",
    "Project",
    "Run",
    "__version__",
    "ask",
    "command",
    "evaluator",
    "find_program",
    "resume",
    "run",
    "serve",
    "tell",
]
