# SPDX-License-Identifier: Apache-2.0
"""Functions as programs that ``org.gidn.external.program`` talks with."""

import functools
import os
import sys
from typing import Any, Callable, Mapping, Optional, Sequence, Union, overload

from . import experiment
from .errors import GidnError
from .project import Run
from .session import VERSION, Session
from .streams import Streams

__all__ = ["Evaluator", "evaluator", "serve"]

Function = Callable[..., Any]


class Evaluator:
    """A function that is called as before, and can be served; made by :func:`evaluator`."""

    def __init__(self, function: Function, batch: Optional[int] = None) -> None:
        if batch is not None and batch < 1:
            raise ValueError(f"batch is {batch}; it has to be 1 or more.")
        functools.update_wrapper(self, function)
        self.function = function
        self.batch = batch
        self.gradient_function: Optional[Function] = None
        self.fields_function: Optional[Function] = None

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return self.function(*arguments, **named)

    def gradient(self, function: Function) -> Function:
        """Decorates the function that is called where gradients are wanted.

        It takes what the evaluator takes and returns two things: what the evaluator returns, and the derivatives of the first
        output: an array of the variables' shape, or a dict of those by the variables' names.
        """
        self.gradient_function = function
        return function

    def fields(self, function: Function) -> Function:
        """Decorates the function that shows what happens inside a design, for pictures.

        It takes one design, also where the evaluator takes several, and returns a dict by the fields' names: an array of the
        cells' shape, or one value or row of components an element or node of a mesh; or a dict with ``values`` and perhaps
        ``unit`` and the names of ``components``. With a mesh or curves of its own it returns a tuple: the fields, the mesh as a
        dict of ``nodes`` (x and y each) and ``quads`` (four numbers of nodes each, counter-clockwise) or None, and perhaps
        curves by name, each a dict of ``x``, ``y``, ``xTitle`` and ``yTitle``.
        """
        self.fields_function = function
        return function

    def serve(self) -> None:
        """Answers the product over standard input and output until it has no more designs.

        While this lasts, standard output is the exchange's alone: what the function prints, and what its libraries and children
        print, goes to standard error. A design that the function raises an exception for fails with the exception's text, and
        the others go on.

        Raises:
            SystemExit: with 2 if the function does not take the variables of the experiment, or a person started the program.
        """
        if sys.stdin is not None and sys.stdin.isatty():
            raise SystemExit(
                f"{os.path.basename(sys.argv[0])} waits for designs from the product; name it as 'command' in an experiment.yaml, and try"
                " it with: gidn check-evaluator --experiment FOLDER"
            )
        streams = Streams()
        try:
            _answer(streams, self)
        except GidnError as error:
            print(error, file=sys.stderr)
            raise SystemExit(2) from None
        except (BrokenPipeError, KeyboardInterrupt):
            # The product has gone, or it is stopped.
            raise SystemExit(1) from None
        finally:
            streams.close()

    def optimise(
        self,
        variables: Union[str, Sequence[str]],
        outputs: Union[str, Sequence[str]],
        *,
        out: Union[str, "os.PathLike[str]"],
        budget: int,
        optimiser: Union[str, Mapping[str, Any]] = "org.gidn.designer.frugal",
        least: Mapping[str, float] = {},
        most: Mapping[str, float] = {},
        problem: Mapping[str, Any] = {},
        seed: int = 1,
        title: Optional[str] = None,
        echo: bool = True,
    ) -> Run:
        """Has the product find the best designs, and returns the run when it is done. For the end of the function's own file.

        The product starts that file again, which then comes to this call and answers there instead, and so never comes further.

        Args:
            variables: what a design consists of, e.g. ``"area: 10 reals from 0.1 to 35 in²"``; several in a list.
            outputs: what the function gives, e.g. ``"minimise weight in lb, stress in ksi"``, or in a list.
            out: the project's folder, which is made. Its ``experiment.yaml`` can be changed and run without this.
            budget: how many evaluations it may take.
            optimiser: the method, by its identifier or as a dict with ``use`` and settings.
            least: the least that outputs may be, by their names.
            most: the most that they may be.
            problem: what else the experiment says of the problem, such as ``{"volumeFraction": 0.25}``.
            seed: the source of all chance.
            title: what the experiment is called; the file's name if left out.
            echo: whether the progress is shown on standard error.

        Raises:
            GidnError: if something is wrong, or the run fails; what was evaluated is kept.
        """
        if os.environ.get("GIDN_EVALUATOR"):
            self.serve()
            raise SystemExit(0)
        return experiment.optimise(variables, outputs, out, budget, optimiser, least, most, problem, seed, title, echo)


def _answer(streams: Streams, served: Evaluator) -> None:
    messages = streams.messages()
    greeting = next(messages, None)
    if greeting is None:
        return
    if greeting.get("version") != VERSION:
        # Its number is all that a product of another version needs to refuse.
        streams.say({"version": VERSION})
        return
    session = Session(served.function, served.gradient_function, served.fields_function, served.batch, greeting)
    streams.say(
        {
            "version": VERSION,
            "batch": served.batch or 1,
            "gradients": served.gradient_function is not None,
            "fields": served.fields_function is not None,
        }
    )
    for message in messages:
        if "evaluate" in message:
            streams.say(session.answer(message))


@overload
def evaluator(function: Function) -> Evaluator: ...


@overload
def evaluator(*, batch: int) -> Callable[[Function], Evaluator]: ...


def evaluator(
    function: Optional[Function] = None, *, batch: Optional[int] = None
) -> Union[Evaluator, Callable[[Function], Evaluator]]:
    """Turns a function into an evaluator.

    The function's parameters are called like the variables of the experiment; one parameter of another name takes all: the only
    block of variables, or a dict of several. What it takes are arrays of numpy, or lists where numpy is not installed:

    ============  ======================================================================
    cells         their levels from 0 on, in the shape ``(rows, columns)``
    numbers       in the shape ``(count,)``; a single one as a number
    categories    their labels as a list of text; a single one as text
    ============  ======================================================================

    It returns a number, several in a tuple in the order of the outputs, or a dict by their names.

    Args:
        function: takes one design.
        batch: the function takes so many designs at a time at most; every array then has the designs as its first axis, and so
            has every array that it returns. Where it raises an exception, the designs are tried one by one.

    Example::

        @evaluator
        def beam(x):
            return {"mass": x.sum(), "stress": 100 / x.min()}

        if __name__ == "__main__":
            beam.serve()
    """
    if function is not None:
        return Evaluator(function, batch)
    return lambda decorated: Evaluator(decorated, batch)


def serve(function: Function, *, batch: Optional[int] = None, gradient: Optional[Function] = None) -> None:
    """Serves a function without decorating it, see :func:`evaluator` and :meth:`Evaluator.serve`."""
    served = function if isinstance(function, Evaluator) else Evaluator(function, batch)
    if gradient is not None:
        served.gradient_function = gradient
    served.serve()
