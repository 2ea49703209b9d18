# SPDX-License-Identifier: Apache-2.0
"""Times PyTorch at the tasks of `gidn bench predictor` and `gidn bench designer`, in the same units.

Needs PyTorch, on Debian the package python3-torch. Run: /usr/bin/python3 releng/benchmarks/pytorch_predictor.py
"""

import os
import statistics
import subprocess
import sys
import time

import torch

LAYERS = 6
CASES = [(128, 256, 10_000), (32, 64, 10_000), (32, 64, 1_000)]
ROUNDS = 15
WARM_UP = 1.0
TURN = 0.2


def mean_seconds(work, least):
    start = time.perf_counter()
    seconds, times = 0.0, 0
    while seconds < least:
        work()
        times += 1
        seconds = time.perf_counter() - start
    return seconds / times


def rounds(*works):
    """Seconds of each, a row a round; they take turns, so that what else the machine does hits all of them alike."""
    for work in works:
        mean_seconds(work, WARM_UP)
    return [[mean_seconds(work, TURN) for work in works] for _ in range(ROUNDS)]


def network(inputs, neurons):
    sizes = [inputs] + [neurons] * LAYERS
    layers = []
    for previous, size in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(previous, size), torch.nn.ReLU()]
    return torch.nn.Sequential(*layers, torch.nn.Linear(neurons, 1))


def training(net, x, y):
    adam = torch.optim.Adam(net.parameters(), lr=1e-5)

    def step():
        adam.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        adam.step()

    return step


def designer(net, x):
    x = x.clone()
    for parameter in net.parameters():
        parameter.requires_grad_(False)
    x.requires_grad_(True)

    def step():
        x.grad = None
        net(x).sum().backward()

    return step


def measure(threads):
    torch.set_num_threads(threads)
    n = 1024
    a, b = torch.ones(n, n), torch.ones(n, n)
    for inputs, neurons, batch in CASES:
        x = torch.randint(0, 2, (batch, inputs)).float()
        weights = sum(p.numel() for p in network(inputs, neurons).parameters())
        for task, step, operations in (
            ("training", training(network(inputs, neurons), x, torch.rand(batch, 1)), 6 * weights - 2 * inputs * neurons),
            ("designer", designer(network(inputs, neurons), x), 4 * weights),
        ):
            times = rounds(step, lambda: a @ b)
            seconds = statistics.median(own for own, _ in times)
            gflops = batch * operations / seconds / 1e9
            share = statistics.median(batch * operations / own / (2 * n**3 / product) for own, product in times)
            print(
                f"{task:9} {inputs} → {LAYERS} × {neurons} → 1, batch {batch:6}, {threads} thread(s): "
                f"{batch / seconds:10.0f} samples/s {gflops:7.1f} GFLOP/s, {share:.2f} of its sgemm peak",
                flush=True,
            )


def main():
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    # The matrix library under PyTorch has threads of its own, whose number it takes from the environment at its start.
    for threads in ("1", "2"):
        environment = dict(os.environ, OPENBLAS_NUM_THREADS=threads, OMP_NUM_THREADS=threads, MKL_NUM_THREADS=threads)
        subprocess.run([sys.executable, __file__, threads], env=environment, check=True)


if __name__ == "__main__":
    main()
