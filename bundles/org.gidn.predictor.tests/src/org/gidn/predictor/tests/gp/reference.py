# SPDX-License-Identifier: Apache-2.0
"""Writes reference.csv and likelihoods.csv, with which GaussianProcessReferenceTest compares: what scikit-learn's Gaussian process
says with Matern kernels, and a few lines of NumPy with the Hamming kernel. Made with scikit-learn 1.2.1 and NumPy 1.24.2:

    python3 reference.py
"""
import csv
import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Kernel, Matern, WhiteKernel

LEVELS, NUMBERS, EXAMPLES, QUERIES = 5, 3, 24, 6
DEVIATION, NUMBER_LENGTH, LEVEL_LENGTH, NOISE = 1.3, 0.4, 0.7, 0.05


class Columns(Kernel):
    """A kernel of some columns."""

    def __init__(self, kernel, first, last):
        self.kernel, self.first, self.last = kernel, first, last

    def __call__(self, X, Y=None, eval_gradient=False):
        return self.kernel(X[:, self.first:self.last], None if Y is None else Y[:, self.first:self.last])

    def diag(self, X):
        return np.diag(self(X))

    def is_stationary(self):
        return True


class Hamming(Columns):
    """exp(-share of columns that differ / length)."""

    def __init__(self, length, first, last):
        self.length, self.first, self.last = length, first, last

    def __call__(self, X, Y=None, eval_gradient=False):
        X, Y = [Z[:, self.first:self.last] for Z in (X, X if Y is None else Y)]
        return np.exp(-(X[:, None, :] != Y[None, :, :]).mean(axis=2) / self.length)


def by_numpy(X, y, Q):
    """Only levels, without scikit-learn."""
    def k(A, B):
        return DEVIATION ** 2 * np.exp(-(A[:, None, :] != B[None, :, :]).mean(axis=2) / LEVEL_LENGTH)
    K = k(X, X) + NOISE ** 2 * np.eye(len(X))
    mean = k(Q, X) @ np.linalg.solve(K, y)
    variance = DEVIATION ** 2 - np.einsum("ij,ji->i", k(Q, X), np.linalg.solve(K, k(X, Q))) + NOISE ** 2
    likelihood = -y @ np.linalg.solve(K, y) / 2 - np.linalg.slogdet(K)[1] / 2 - len(y) * np.log(2 * np.pi) / 2
    return mean, np.sqrt(variance), likelihood


def by_sklearn(kernel):
    def say(X, y, Q):
        process = GaussianProcessRegressor(kernel, alpha=NOISE ** 2, optimizer=None).fit(X, y)
        mean, deviation = process.predict(Q, return_std=True)
        return mean, np.sqrt(deviation ** 2 + NOISE ** 2), process.log_marginal_likelihood_value_
    return say


def main():
    random = np.random.default_rng(1)
    X = np.hstack([random.integers(0, 2, (EXAMPLES + QUERIES, LEVELS)),
                   random.uniform([-2, 0, 10], [3, 0.1, 50], (EXAMPLES + QUERIES, NUMBERS)).round(6)])
    y = (X[:, 0] - 2 * X[:, 1] * X[:, 2] + np.sin(X[:, 5]) + 20 * X[:, 6] + X[:, 7] / 25 + 5).round(6)
    least, most = X[:EXAMPLES, LEVELS:].min(axis=0), X[:EXAMPLES, LEVELS:].max(axis=0)
    scaled = np.hstack([X[:, :LEVELS], (X[:, LEVELS:] - least) / (most - least)])
    origin, unit = y[:EXAMPLES].mean(), y[:EXAMPLES].std()
    learned = (y[:EXAMPLES] - origin) / unit

    matern = Columns(Matern(NUMBER_LENGTH * np.sqrt(NUMBERS), nu=2.5), LEVELS, LEVELS + NUMBERS)
    hamming = Hamming(LEVEL_LENGTH, 0, LEVELS)
    cases = {
        "levels": (0, LEVELS, by_numpy),
        "numbers": (LEVELS, LEVELS + NUMBERS,
                    by_sklearn(DEVIATION ** 2 * Columns(Matern(NUMBER_LENGTH * np.sqrt(NUMBERS), nu=2.5), 0, NUMBERS))),
        "multiplied": (0, LEVELS + NUMBERS, by_sklearn(DEVIATION ** 2 * matern * hamming)),
        "added": (0, LEVELS + NUMBERS, by_sklearn(DEVIATION ** 2 * matern + DEVIATION ** 2 * hamming)),
    }
    names = [f"x{j + 1}" for j in range(LEVELS + NUMBERS)]
    with open("reference.csv", "w", newline="") as file, open("likelihoods.csv", "w", newline="") as other:
        table, likelihoods = csv.writer(file, lineterminator="\n"), csv.writer(other, lineterminator="\n")
        table.writerow(["case", "part", *names, "value", "mean", "deviation"])
        likelihoods.writerow(["case", "likelihood"])
        for case, (first, last, say) in cases.items():
            A, Q = scaled[:EXAMPLES, first:last], scaled[EXAMPLES:, first:last]
            mean, deviation, likelihood = say(A, learned, Q)
            likelihoods.writerow([case, repr(float(likelihood))])
            for i in range(EXAMPLES + QUERIES):
                if i < EXAMPLES:  # what the others say of it
                    others = np.arange(EXAMPLES) != i
                    m, d, _ = [v if np.isscalar(v) else v[0] for v in say(A[others], learned[others], A[[i]])]
                else:
                    m, d = mean[i - EXAMPLES], deviation[i - EXAMPLES]
                cells = ["" if not first <= j < last else repr(float(X[i, j])) for j in range(LEVELS + NUMBERS)]
                table.writerow([case, "example" if i < EXAMPLES else "query", *cells, repr(float(y[i])),
                                repr(float(m * unit + origin)), repr(float(d * unit))])
        # The best that scikit-learn finds from many starts within the bounds of the predictor.
        best = GaussianProcessRegressor(
            ConstantKernel(1, (1e-4, 1e4)) * Matern(0.5 * np.sqrt(NUMBERS), np.array([1e-2, 1e2]) * np.sqrt(NUMBERS), nu=2.5)
            + WhiteKernel(1e-4, (1e-8, 1)), alpha=0, n_restarts_optimizer=20, random_state=1)
        best.fit(scaled[:EXAMPLES, LEVELS:], learned)
        likelihoods.writerow(["found, one length", repr(float(best.log_marginal_likelihood_value_))])
        best.kernel = (ConstantKernel(1, (1e-4, 1e4)) * Matern([0.5 * np.sqrt(NUMBERS)] * NUMBERS,
                       np.array([1e-2, 1e2]) * np.sqrt(NUMBERS), nu=2.5) + WhiteKernel(1e-4, (1e-8, 1)))
        best.fit(scaled[:EXAMPLES, LEVELS:], learned)
        likelihoods.writerow(["found, each length", repr(float(best.log_marginal_likelihood_value_))])


main()
