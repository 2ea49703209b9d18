# SPDX-License-Identifier: Apache-2.0
"""Multilayer perceptrons whose outputs are averaged, as DL4J writes them."""

import json
import struct
import zipfile
from io import BytesIO
from typing import Any, Callable, Dict, List, Tuple

from .arrays import numpy
from .predictor import Predictor, properties, scaling

__all__ = ["Networks"]


class Networks(Predictor):
    """One network or several of equal shape."""

    def __init__(self, entries: Dict[str, bytes]) -> None:
        told = properties(entries["gidn-scaling.properties"])
        size = int(told["members"])
        self._members = [_Network(entries if size == 1 else _unzipped(entries[f"member-{k}.zip"])) for k in range(1, size + 1)]
        self.inputs = self._members[0].layers[0][0].shape[1]
        self.outputs = len(self._members[0].layers[-1][1])
        self._scalings = [scaling(told, "" if o == 0 else f".{o + 1}") for o in range(self.outputs)]

    def moments(self, designs: Any) -> Tuple[Any, Any]:
        inputs = self.encode(designs)
        outputs = numpy.array([member.forward(inputs)[-1] for member in self._members])
        values = self._values(outputs)
        spread = values.std(axis=0, ddof=1) if len(values) > 1 else numpy.zeros(values.shape[1:])
        return self._values(outputs.mean(axis=0)), spread

    def _values(self, outputs: Any) -> Any:
        """The values that outputs stand for, whose last axis is that of the outputs."""
        columns = []
        for o, (transform, origin, unit) in enumerate(self._scalings):
            scaled = outputs[..., o] * unit + origin
            if transform == "SQUARE_ROOT":
                scaled = numpy.maximum(0, scaled) ** 2
            columns.append(numpy.exp(scaled) if transform == "LOGARITHM" else scaled)
        return numpy.stack(columns, axis=-1)

    def derivatives(self, inputs: Any, output: int) -> Any:
        passes = [member.forward(inputs) for member in self._members]
        transform, origin, unit = self._scalings[output]
        scaled = numpy.mean([each[-1][:, output] for each in passes], axis=0) * unit + origin
        slope = {"IDENTITY": numpy.ones_like, "LOGARITHM": numpy.exp, "SQUARE_ROOT": lambda root: 2 * numpy.maximum(0, root)}
        back = [member.backward(each, output) for member, each in zip(self._members, passes)]
        return numpy.mean(back, axis=0) * (unit * slope[transform](scaled))[:, None]


class _Network:
    """One network; ``layers`` are matrices ``(neurons, inputs)`` with their biases."""

    def __init__(self, entries: Dict[str, bytes]) -> None:
        described = [part["layer"] for part in json.loads(entries["configuration.json"])["confs"]]
        weights = _weights(entries["coefficients.bin"])
        self.layers: List[Tuple[Any, Any]] = []
        at = 0
        for layer in described:
            size = layer["nin"] * layer["nout"]
            self.layers.append(
                (weights[at : at + size].reshape(layer["nout"], layer["nin"]), weights[at + size :][: layer["nout"]])
            )
            at += size + layer["nout"]
        if at != len(weights):
            raise ValueError(f"it has {len(weights)} weights, but its layers have {at}")
        names = {layer["activationFn"]["@class"].rsplit(".", 1)[1] for layer in described[:-1]}
        self._activation, self._slope = _ACTIVATIONS[names.pop()]
        if names or not described[-1]["activationFn"]["@class"].endswith("ActivationIdentity"):
            raise ValueError("its layers are not those of a perceptron with a linear output")

    def forward(self, inputs: Any) -> List[Any]:
        """The sums of each layer's neurons, after the inputs; those of the last one are the outputs."""
        sums = [inputs]
        values = inputs
        for weights, biases in self.layers:
            sums.append(values @ weights.T + biases)
            values = self._activation(sums[-1])
        return sums

    def backward(self, sums: List[Any], output: int) -> Any:
        """The derivatives of an output by the inputs."""
        slopes = numpy.broadcast_to(self.layers[-1][0][output], (len(sums[0]), self.layers[-1][0].shape[1]))
        for (weights, _), own in zip(reversed(self.layers[:-1]), reversed(sums[1:-1])):
            slopes = (slopes * self._slope(own)) @ weights
        return slopes


def _logistic(x: Any) -> Any:
    return 1 / (1 + numpy.exp(-x))


# What neurons do, and the derivative of that.
_ACTIVATIONS: Dict[str, Tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "ActivationReLU": (lambda x: numpy.maximum(0, x), lambda x: (x > 0).astype("float64")),
    "ActivationTanH": (lambda x: numpy.tanh(x), lambda x: 1 - numpy.tanh(x) ** 2),
    "ActivationSwish": (lambda x: x * _logistic(x), lambda x: _logistic(x) * (1 + x * (1 - _logistic(x)))),
}


def _unzipped(content: bytes) -> Dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _weights(content: bytes) -> Any:
    """An array as ND4J writes it: its shape, then its values, each after how it was kept, how many there are, and their
    type."""
    at = 0

    def header(wanted: str) -> int:
        nonlocal at
        at += 2 + struct.unpack_from(">H", content, at)[0]
        count, length = struct.unpack_from(">qH", content, at)
        at += 10 + length
        if content[at - length : at].decode("ascii", "replace") != wanted:
            raise ValueError("its weights are not of the kind expected")
        return int(count)

    shape = header("LONG")
    at += 8 * shape
    count = header("FLOAT")
    return numpy.frombuffer(content, ">f4", count, at).astype("float64")
