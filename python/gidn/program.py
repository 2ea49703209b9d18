# SPDX-License-Identifier: Apache-2.0
"""The program ``gidn`` called from Python."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, List, Mapping, Optional, Union

from .errors import GidnError
from .project import Project, Run

__all__ = ["command", "find_program", "folder_of", "resume", "run"]

PathLike = Union[str, "os.PathLike[str]"]


def find_program() -> Path:
    """Where ``gidn`` is: in the folder that the environment variable ``GIDN_HOME`` names, beside the product's folder
    ``python`` that this package is in, or on the path.

    Raises:
        GidnError: if it is nowhere.
    """
    name = "gidn.cmd" if os.name == "nt" else "gidn"
    home = os.environ.get("GIDN_HOME")
    if home:
        program = Path(home, name)
        if not program.is_file():
            raise GidnError(f"GIDN_HOME is {home}, where there is no {name}; set it to the product's folder, or unset it.")
        return program
    beside = Path(__file__).resolve().parents[2]
    if (beside / name).is_file() and (beside / "plugins").is_dir():
        return beside / name
    found = shutil.which(name)
    if found is None:
        raise GidnError(
            f"The program {name} was not found; set GIDN_HOME to the product's folder, or add that folder to the path."
        )
    return Path(found)


def command(*arguments: Any, input: Optional[str] = None, echo: bool = False) -> str:
    """Calls ``gidn`` with arguments and returns what it prints, e.g. ``command("list", "optimisers")``.

    Args:
        arguments: what would be typed behind ``gidn``; each is taken as it is, and no shell is used.
        input: what it reads from standard input.
        echo: whether its progress is shown on standard error.

    Raises:
        GidnError: if it fails; the text is its sentence, and ``status`` its exit status.
    """
    program = find_program()
    try:
        process = subprocess.Popen(
            [str(program), *map(str, arguments)],
            stdin=subprocess.DEVNULL if input is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise GidnError(f"{program} cannot be started: {error.strerror}.") from error
    told: List[str] = []
    listener = threading.Thread(target=_listen, args=(process, told, echo), daemon=True)
    feeder = threading.Thread(target=_feed, args=(process, input), daemon=True)
    listener.start()
    feeder.start()
    assert process.stdout is not None
    try:
        with process.stdout as output:
            printed = output.read()
        status = process.wait()
    except KeyboardInterrupt:
        # A terminal has told the program too, a notebook has not; it keeps what was evaluated.
        if os.name == "nt":
            process.terminate()
        else:
            process.send_signal(signal.SIGINT)
        process.wait()
        raise
    listener.join()
    if status:
        raise GidnError(_sentence(told) or f"{program} ended with status {status}.", status)
    return printed


def _listen(process: "subprocess.Popen[str]", told: List[str], echo: bool) -> None:
    assert process.stderr is not None
    with process.stderr:
        for line in process.stderr:
            told.append(line.rstrip())
            if echo:
                print(line, end="", file=sys.stderr)


def _feed(process: "subprocess.Popen[str]", input: Optional[str]) -> None:
    if process.stdin is None:
        return
    try:
        with process.stdin:
            process.stdin.write(input or "")
    except BrokenPipeError:
        # It has ended without reading all; its status says why.
        pass


def _sentence(told: List[str]) -> str:
    """What the program complained of, without its name: all that it said from the last complaint on."""
    for i in range(len(told) - 1, -1, -1):
        if told[i].startswith("gidn: "):
            return "\n".join([told[i][len("gidn: ") :], *told[i + 1 :]]).strip()
    return "\n".join(told[-3:]).strip()


def run(
    experiment: PathLike,
    *,
    out: Optional[PathLike] = None,
    seed: Optional[int] = None,
    scale: Optional[str] = None,
    threads: Optional[int] = None,
    settings: Optional[Mapping[str, Any]] = None,
    echo: bool = False,
) -> Run:
    """Runs an experiment and returns the run when it is done.

    Args:
        experiment: an experiment file, a project's folder, or the name of an example.
        out: the project's folder; if left out, that of a file called ``experiment.yaml``, else a folder called like the
            experiment.
        seed: the source of all chance, if it is not that of the experiment.
        scale: how large it is made, such as ``quick``.
        threads: number of threads; one a core if left out.
        settings: changes to the experiment, by names such as ``budget`` or ``optimiser.predictor.learningRate``.
        echo: whether the progress is shown on standard error.

    Raises:
        GidnError: if the experiment is wrong, or the run fails; what was evaluated is kept.
    """
    options: List[str] = []
    for name, value in (("--out", out), ("--seed", seed), ("--scale", scale), ("--threads", threads)):
        if value is not None:
            options += [name, str(value)]
    for setting, value in (settings or {}).items():
        options += ["--set", f"{setting}={_text(value)}"]
    command("run", experiment, *options, echo=echo)
    return Project(out if out is not None else folder_of(experiment)).run()


def resume(project: PathLike, *, echo: bool = False) -> Run:
    """Goes on with the last run of a project, which was cancelled, failed or cut off; returns it when it is done.

    Raises:
        GidnError: if there is none, or it fails.
    """
    command("run", project, "--resume", echo=echo)
    return Project(project).run()


def folder_of(experiment: PathLike) -> Path:
    """The project's folder that the product takes if none is given."""
    experiment = Path(experiment)
    if not experiment.is_file():
        return experiment
    if experiment.name == "experiment.yaml":
        return experiment.parent
    return Path(experiment.stem if experiment.suffix in (".yaml", ".yml") else experiment.name)


def _text(value: Any) -> str:
    """A setting's value as it is typed."""
    return str(value).lower() if isinstance(value, bool) else str(value)
