# SPDX-License-Identifier: Apache-2.0
"""The streams of a program that answers the product: JSON lines over standard input and output."""

import json
import os
import sys
from typing import Any, Dict, Iterator, TextIO

__all__ = ["Streams"]


class Streams:
    """Keeps standard input and output for the exchange alone.

    Whatever else writes to standard output from now on, be it a library in C or a child process, writes to standard error;
    whatever else reads standard input finds it empty.
    """

    def __init__(self) -> None:
        self._input = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
        self._output = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.close(nothing)
        # What was printed before and not yet written goes there too.
        os.dup2(2, 1)
        standard = sys.stdout
        if hasattr(standard, "reconfigure"):
            standard.reconfigure(line_buffering=True)

    def messages(self) -> Iterator[Dict[str, Any]]:
        """What the product says, until it closes the stream."""
        for line in self._input:
            if line.strip():
                yield json.loads(line)

    def say(self, message: Dict[str, Any]) -> None:
        """Writes an answer at once. Numbers are the shortest that read back as the same ones."""
        self._output.write(json.dumps(message, separators=(",", ":"), allow_nan=False) + "\n")
        self._output.flush()

    def close(self) -> None:
        """Ends the exchange; the product may have gone already."""
        for stream in (self._input, self._output):
            _close(stream)


def _close(stream: TextIO) -> None:
    try:
        stream.close()
    except OSError:
        pass
