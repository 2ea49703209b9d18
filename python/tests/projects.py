# SPDX-License-Identifier: Apache-2.0
"""Projects that the product has made, each once. Without the product its tests are left out."""

import atexit
import csv
import functools
import os
import shutil
import tempfile
import unittest
from pathlib import Path
from typing import Dict, List

import gidn

NETWORK = "{use: org.gidn.predictor.mlp, layers: 2, neurons: 16, epochs: 30, ensemble: 3, activation: silu, targetScaling: log}"
ONE_NETWORK = (
    "{use: org.gidn.predictor.mlp, layers: 1, neurons: 8, epochs: 20, inputCoding: standard, targetScaling: squareRoot}"
)
PROCESS = "{use: org.gidn.predictor.gaussianProcess, searches: 1, evaluations: 5, lengths: each, targetScaling: SCALING}"

_COMPOSITE = "{evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.25}"


def _learned(problem: str, predictor: str) -> str:
    return f"""
format: 2
title: Learned
seed: 1
problem: {problem}
optimiser: {{use: org.gidn.designer.gidn, samples: 60, starts: 40, steps: 20, predictor: {predictor}}}
"""


EXPERIMENTS = {
    "networks": _learned(_COMPOSITE, NETWORK),
    "network": _learned(_COMPOSITE, ONE_NETWORK),
    "roots": _learned(_COMPOSITE, PROCESS.replace("SCALING", "squareRoot")),
    "numbers": _learned("{evaluator: org.gidn.baselines.peaks}", PROCESS.replace("SCALING", "standard")),
}


BUDGETS = {"pressure-vessel": 60, "three-phases": 60, "composite-8x8": 20}


def product() -> bool:
    """Whether the product is there."""
    try:
        gidn.find_program()
    except gidn.GidnError:
        return False
    return True


@functools.lru_cache(maxsize=None)
def exported(name: str, form: str) -> List[Dict[str, str]]:
    """What the product itself exports of a project's last run, row by row."""
    file = _folder() / f"{name}.{form}.csv"
    if not file.exists():
        gidn.command("export", project(name).folder, "--format", form, "--out", file)
    with open(file, newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


needs_product = unittest.skipUnless(product(), "the product is not there; GIDN_HOME names its folder")


@functools.lru_cache(maxsize=None)
def _folder() -> Path:
    # Python with numpy and without read the same projects, if they are told where these are.
    kept = os.environ.get("GIDN_TEST_PROJECTS")
    if kept:
        return Path(kept)
    folder = Path(tempfile.mkdtemp(prefix="gidn-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.lru_cache(maxsize=None)
def project(name: str) -> gidn.Project:
    """The project of one of the experiments above, or of an example of the product, run for so many evaluations."""
    folder = _folder() / name
    if not folder.exists():
        if name in EXPERIMENTS:
            file = _folder() / f"{name}.yaml"
            file.write_text(EXPERIMENTS[name], encoding="utf-8")
            gidn.run(file, out=folder)
        else:
            gidn.run(name, out=folder, settings={"budget": BUDGETS[name]})
    return gidn.Project(folder)
