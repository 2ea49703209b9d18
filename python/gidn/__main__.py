# SPDX-License-Identifier: Apache-2.0
"""``python3 -m gidn``: serves functions, and shows what projects hold."""

import argparse
import csv
import importlib.util
import sys
from pathlib import Path
from typing import List, Optional

from .errors import GidnError
from .evaluator import Evaluator
from .project import Project
from .version import VERSION


def main(arguments: Optional[List[str]] = None) -> int:
    """Does what is asked; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python3 -m gidn", description="The GIDN Workbench from Python.")
    parser.add_argument("--version", action="version", version=f"gidn {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    serve = commands.add_parser("serve", help="answers the product with a function that is decorated with @evaluator")
    serve.add_argument("file", metavar="FILE", help="the Python file that has it")
    serve.add_argument("--function", metavar="NAME", help="which one, if the file has several")
    runs = commands.add_parser("runs", help="lists the runs of a project")
    runs.add_argument("project", metavar="PROJECT")
    evaluations = commands.add_parser("evaluations", help="writes the evaluations of a run as CSV, a column for each variable")
    evaluations.add_argument("project", metavar="PROJECT")
    evaluations.add_argument("--run", metavar="N", type=int, help="the run; the last one if left out")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "serve":
            _evaluator(Path(chosen.file), chosen.function).serve()
        elif chosen.command == "runs":
            _list_runs(Project(chosen.project))
        else:
            _write_evaluations(Project(chosen.project), chosen.run)
    except GidnError as error:
        print(f"gidn: {error}", file=sys.stderr)
        return error.status
    return 0


def _evaluator(file: Path, name: Optional[str]) -> Evaluator:
    spec = importlib.util.spec_from_file_location(file.stem, file) if file.is_file() else None
    if spec is None or spec.loader is None:
        raise GidnError(f"There is no Python file {file}.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    # What stands beside the file can be imported, as when it is run itself.
    sys.path.insert(0, str(file.resolve().parent))
    spec.loader.exec_module(module)
    found = {each: value for each, value in vars(module).items() if isinstance(value, Evaluator)}
    if name is not None and name not in found or name is None and len(found) != 1:
        names = ", ".join(found) or "none"
        raise GidnError(f"{file} has these functions decorated with @evaluator: {names}; say which with --function.")
    return found[name or next(iter(found))]


def _list_runs(project: Project) -> None:
    for run in project.runs():
        best = "" if run.best is None else f"{run.best:.10g}"
        print(f"{run.number}\t{run.state}\t{run.evaluations_spent}\t{best}\t{run.title}")


def _write_evaluations(project: Project, run: Optional[int]) -> None:
    columns = project.run(run).evaluations().as_dict()
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in zip(*(column.tolist() if hasattr(column, "tolist") else column for column in columns.values())):
        writer.writerow("" if value is None or value != value else value for value in row)


if __name__ == "__main__":
    sys.exit(main())
