# SPDX-License-Identifier: Apache-2.0
"""Experiment files for a function's own program."""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Sequence, Union

from .errors import GidnError
from .program import run
from .project import Run

__all__ = ["optimise", "yaml"]


def optimise(
    variables: Union[str, Sequence[str]],
    outputs: Union[str, Sequence[str]],
    out: Union[str, "os.PathLike[str]"],
    budget: int,
    optimiser: Union[str, Mapping[str, Any]],
    least: Mapping[str, float],
    most: Mapping[str, float],
    problem: Mapping[str, Any],
    seed: int,
    title: Optional[str],
    echo: bool,
) -> Run:
    """Runs an experiment whose evaluator is the file that was started; see :meth:`gidn.Evaluator.optimise`."""
    main = getattr(sys.modules["__main__"], "__file__", None)
    if main is None:
        raise GidnError(
            "There is no file that the product could start; write the function into one, and start that with Python."
        )
    file = Path(main).resolve()
    evaluator = {
        "use": "org.gidn.external.program",
        "variables": variables if isinstance(variables, str) else "\n".join(variables),
        "outputs": outputs if isinstance(outputs, str) else ", ".join(outputs),
        "command": " ".join(_word(part) for part in (sys.executable, str(file))),
        "folder": str(file.parent),
    }
    bounds: Dict[str, Dict[str, Any]] = {}
    for side, given in (("least", least), ("most", most)):
        for output, bound in given.items():
            bounds.setdefault(output, {"use": "org.gidn.core.measured", "output": output})[side] = bound
    constraints = [*problem.get("constraints", ()), *bounds.values()]
    experiment = {
        "format": 2,
        "title": title or file.stem,
        "seed": seed,
        "budget": budget,
        "problem": {"evaluator": evaluator, **problem, **({"constraints": constraints} if constraints else {})},
        "optimiser": optimiser,
    }
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, f"{file.stem}.yaml")
        written.write_text(yaml(experiment), encoding="utf-8")
        return run(written, out=out, echo=echo)


def _word(text: str) -> str:
    return f'"{text}"' if " " in text else text


def yaml(value: Mapping[str, Any], indent: str = "") -> str:
    """Maps of plain values, lists and maps as YAML that a person reads and changes."""
    lines: List[str] = []
    for name, each in value.items():
        if isinstance(each, Mapping):
            lines.append(f"{indent}{name}:\n{yaml(each, indent + '  ')}")
        elif isinstance(each, (list, tuple)):
            items = "".join(f"{indent}  - {json.dumps(item, ensure_ascii=False)}\n" for item in each)
            lines.append(f"{indent}{name}:\n{items}")
        elif isinstance(each, str) and "\n" in each:
            body = "".join(f"{indent}  {line}\n" for line in each.splitlines())
            lines.append(f"{indent}{name}: |\n{body}")
        else:
            lines.append(f"{indent}{name}: {json.dumps(each, ensure_ascii=False)}\n")
    return "".join(lines)
