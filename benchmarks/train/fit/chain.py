"""A chain of speakers with features on each candidate and on the relation to the two speakers before.

The training side of `quotex.resolve.story.chain`: the same sums, batched over scenes with numpy.  The likelihood of the
annotated speakers is maximised by L-BFGS with an L2 penalty; turns whose annotated speaker is not among the
candidates are summed over (latent).  Messages cost O(candidates²) a turn, since a relation only asks which of the
last three speakers are the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.score.measures.shapes import Gold
from quotex.resolve.story.second_reading import Rereading
from quotex.resolve.story.weigh import Reading

RELATIONS = 5  # last, back, third, again, new
MOST = 14  # candidates kept a turn
FEW = 6  # candidates kept a turn once a first model has ranked them
SCENE = 160  # turns a scene at most
LENGTHS = (14, 27, 40)  # documents of up to so many turns are batched apart, since scenes of a batch have one length
SHARED, OF_KIND = 0.5, 3.0  # penalty of a feature in all kinds of turn, and of how it differs in one kind


Floats = NDArray[np.floating[Any]]
Bools = NDArray[np.bool_]
Columns = dict[str, int]  # by the name of a feature
Fitted = tuple[Columns, Columns, Floats]  # columns of the features and of the contexts, weights
T = TypeVar("T")


@dataclass
class Sample:
    """One document: candidates, features, contexts and, for training, which candidates are right.

    Attributes:
        breaks: How far each turn stands behind the one before it.
        marks: The annotated quotation of each turn, if there is one.
        given: Whether the cast was given.
        told: Whether a tag tells the speaker of each turn.
        scored: Whether figures are counted on it.
        reading: What it was made from.
        again, shares: The second reading, and what it sets out from.
    """

    name: str
    kinds: Sequence[str]
    candidates: list[list[int]]
    features: list[list[list[str]]]
    contexts: Sequence[Sequence[str]]
    right: list[list[bool]]
    breaks: Sequence[int]
    marks: list[Gold | None] = field(default_factory=list)
    given: bool = False
    told: list[bool] = field(default_factory=list)
    scored: bool = True
    reading: Reading | None = None
    again: Rereading | None = None
    shares: list[dict[int, float]] = field(default_factory=list)


def vocabulary(samples: Sequence[Sample], least: int = 8) -> tuple[dict[str, int], dict[str, int]]:
    """Number the unary features ("name" and "kind|name") and the contexts seen at least so often."""
    unary, contexts = Counter[str](), Counter[str]()
    for sample in samples:
        for kind, features in zip(sample.kinds, sample.features, strict=True):
            for names in features:
                unary.update(names)
                unary.update(f"{kind}|{name}" for name in names)
        for between in sample.contexts:
            contexts.update(between)
    return _numbered(unary, least), _numbered(contexts, least)


def _numbered(counts: Counter[str], least: int) -> dict[str, int]:
    return {name: i for i, name in enumerate(sorted(n for n, c in counts.items() if c >= least))}


class Batch:
    """Scenes of all samples as padded arrays."""

    def __init__(
        self, samples: Sequence[Sample], unary: Columns, contexts: Columns, dtype: type[np.floating[Any]] = np.float32
    ) -> None:
        scenes = [(n, s, e) for n, sample in enumerate(samples) for s, e in _scenes(sample)]
        self.scenes = scenes
        B, L, C = len(scenes), max((e - s for _, s, e in scenes), default=1), _width(samples)
        self.dtype = dtype
        self.shape = (B, L, C)
        self.ids = np.full((B, L, C), -1, dtype=np.int32)
        self.mask = np.zeros((B, L, C), dtype=bool)
        self.gold = np.zeros((B, L, C), dtype=bool)
        self.real = np.zeros((B, L), dtype=bool)
        rows: list[int] = []
        columns: list[int] = []
        context_rows: list[int] = []
        context_columns: list[int] = []
        for b, (n, start, end) in enumerate(scenes):
            sample = samples[n]
            for t, i in enumerate(range(start, end)):
                self.real[b, t] = True
                kind = sample.kinds[i]
                for c, entity in enumerate(sample.candidates[i][:C]):
                    self.ids[b, t, c] = entity
                    self.mask[b, t, c] = True
                    self.gold[b, t, c] = sample.right[i][c] if sample.right else False
                    row = (b * L + t) * C + c
                    for name in sample.features[i][c]:
                        for column in (unary.get(name), unary.get(f"{kind}|{name}")):
                            if column is not None:
                                rows.append(row)
                                columns.append(column)
                for name in sample.contexts[i]:
                    if name in contexts:
                        context_rows.append(b * L + t)
                        context_columns.append(contexts[name])
        empty = ~self.mask.any(2)
        self.mask[..., 0] |= empty
        self.gold[~self.gold.any(2)] = True
        self.gold &= self.mask
        ones = np.ones(len(rows), dtype=dtype)
        self.X = csr_matrix((ones, (rows, columns)), shape=(B * L * C, len(unary)))
        ones = np.ones(len(context_rows), dtype=dtype)
        self.Y = csr_matrix((ones, (context_rows, context_columns)), shape=(B * L, len(contexts)))
        self.XT, self.YT = self.X.T.tocsr(), self.Y.T.tocsr()
        one = np.full((B, 1, C), -7, dtype=np.int32)
        self.prev1 = np.concatenate([one, self.ids[:, :-1]], 1)
        self.prev2 = np.concatenate([one, self.prev1[:, :-1]], 1)
        self.equals = [self.equal(t) for t in range(L)]

    def equal(self, t: int) -> tuple[Floats, ...]:
        """Return which slots hold the same entity: (t-2, t-1), (t-1, t), (t-2, t)."""
        a, b, c = self.prev2[:, t], self.prev1[:, t], self.ids[:, t]
        pairs = ((x[:, :, None], y[:, None, :]) for x, y in ((a, b), (b, c), (a, c)))
        return tuple(((x == y) & (x >= 0)).astype(self.dtype) for x, y in pairs)


def _batches(samples: Sequence[Sample], unary: Columns, contexts: Columns) -> list[Batch]:
    """Return a batch for the documents of each length."""
    groups: dict[int, list[Sample]] = {}
    for sample in samples:
        groups.setdefault(bisect_left(LENGTHS, len(sample.kinds)), []).append(sample)
    return [Batch(group, unary, contexts) for _, group in sorted(groups.items())]


def _width(samples: Iterable[Sample]) -> int:
    return max((min(len(c), MOST) for sample in samples for c in sample.candidates), default=1) or 1


def chosen(sample: Sample, keep: Sequence[Sequence[int]]) -> Sample:
    """Return the sample with only the candidates at the places ``keep[turn]``."""

    def pick(rows: Sequence[Sequence[T]]) -> list[list[T]]:
        return [[row[c] for c in places] for row, places in zip(rows, keep, strict=True)]

    return Sample(
        sample.name,
        sample.kinds,
        pick(sample.candidates),
        pick(sample.features),
        sample.contexts,
        pick(sample.right),
        sample.breaks,
    )


def right_only(sample: Sample) -> Sample:
    """Return the sample with only the right candidates of a turn, or the first three where none is."""
    keep = [[c for c, r in enumerate(row) if r][:3] or list(range(min(3, len(row)))) for row in sample.right]
    return chosen(sample, keep)


def best_only(sample: Sample, unary: Columns, weights: Floats, most: int = FEW) -> Sample:
    """Return the sample with the best candidates of each turn by their own scores, the right ones always among them."""
    keep = []
    for kind, features, right in zip(sample.kinds, sample.features, sample.right, strict=True):
        ranks: list[tuple[float, int]] = []
        for c, names in enumerate(features[:MOST]):
            columns = [unary.get(k) for name in names for k in (name, f"{kind}|{name}")]
            ranks.append((-(100.0 if right[c] else 0.0) - sum(weights[k] for k in columns if k is not None), c))
        keep.append(sorted(c for _, c in sorted(ranks)[:most]))
    return chosen(sample, keep)


def _scenes(sample: Sample) -> Iterator[tuple[int, int]]:
    """Cut a document at its widest gaps into scenes of at most SCENE turns."""
    start, total = 0, len(sample.candidates)
    while start < total:
        end = min(total, start + SCENE)
        if end < total:
            end = max(range(start + SCENE // 2, end + 1), key=lambda i: (sample.breaks[i], i))
        yield start, end
        start = end


def marginals(batch: Batch, U: Floats, R: Floats, mask: Bools) -> tuple[Floats, Floats, Floats]:
    """Return log Z, the marginal of each candidate and the expected relations of each turn."""
    B, L, C = batch.shape
    U, R = U.astype(batch.dtype), R.astype(batch.dtype)
    top = np.where(mask, U, -1e9).max(2, keepdims=True)
    eU = np.where(mask, np.exp(np.minimum(U - top, 0)), 0.0)
    rtop = R.max(2, keepdims=True)
    eR = np.exp(R - rtop)
    logz = (np.where(batch.real, top[..., 0], 0)).sum(1).astype(np.float64)
    alphas = np.zeros((L, B, C, C), dtype=batch.dtype)
    equals = batch.equals
    first = np.zeros((B, C, C), dtype=batch.dtype)
    first[:, 0, :] = eU[:, 0]
    scale = first.sum((1, 2))
    alphas[0] = first / scale[:, None, None]
    logz = logz + np.log(scale)
    parts: list[tuple[Floats, ...]] = [()]
    for t in range(1, L):
        m0, m1, m2 = equals[t]
        last, back, third, again, new = (eR[:, t, k][:, None, None] for k in range(5))
        alpha = alphas[t - 1]
        alike = alpha * m0
        D = alike.sum(1)[:, :, None]
        apart = alpha - alike
        S = apart.sum(1)[:, :, None]
        K = np.matmul(apart.transpose(0, 2, 1), m2)
        n1 = 1 - m1
        parts.append((S * last * m1, K * back * n1, (S - K) * third * n1, D * again * m1, D * new * n1))
        value = sum(parts[t]) * eU[:, t][:, None, :]
        value = np.maximum(value, 0)
        scale = value.sum((1, 2)) + 1e-30
        alphas[t] = value / scale[:, None, None]
        logz = logz + np.log(scale) + np.where(batch.real[:, t], rtop[:, t, 0], 0)
        # padding turns have no features: their relation scores are all 0, so they only count their own scale
    P = np.zeros((B, L, C), dtype=batch.dtype)
    Q = np.zeros((B, L, RELATIONS), dtype=batch.dtype)
    beta = np.ones((B, C, C), dtype=batch.dtype)
    for t in range(L - 1, -1, -1):
        pair = alphas[t] * beta
        norm = pair.sum((1, 2), keepdims=True) + 1e-30
        P[:, t] = (pair / norm).sum(1)
        if t == 0:
            break
        V = beta * eU[:, t][:, None, :]
        for k in range(RELATIONS):
            Q[:, t, k] = (parts[t][k] * V).sum((1, 2))
        Q[:, t] /= Q[:, t].sum(1, keepdims=True) + 1e-30
        m0, m1, m2 = equals[t]
        last, back, third, again, new = (eR[:, t, k][:, None, None] for k in range(5))
        V1 = (V * m1).sum(2)[:, None, :]
        V0 = V * (1 - m1)
        V0s = V0.sum(2)[:, None, :]
        K = np.matmul(m2, V0.transpose(0, 2, 1))
        same = again * V1 + new * V0s
        other = last * V1 + back * K + third * (V0s - K)
        beta = np.maximum(m0 * same + (1 - m0) * other, 0)
        beta /= beta.max((1, 2), keepdims=True) + 1e-30
    return logz, P, Q


def scores(batch: Batch, weights: Floats, n_unary: int, n_contexts: int) -> tuple[Floats, Floats]:
    """Return the unary scores and the relation scores of every turn."""
    B, L, C = batch.shape
    U = (batch.X @ weights[:n_unary]).reshape(B, L, C)
    R = (batch.Y @ weights[n_unary:].reshape(n_contexts, RELATIONS)).reshape(B, L, RELATIONS)
    return U, R


def fit(
    samples: Sequence[Sample],
    *,
    l2: float = 1.0,
    iterations: int = 60,
    least: int = 8,
    start: Fitted | None = None,
    verbose: bool = True,
) -> Fitted:
    """Return (unary vocabulary, context vocabulary, weights) fitted to the samples.

    A short first round on all candidates ranks them, the second one fits the best of each turn.
    """
    if start is None:
        unary, contexts = vocabulary(samples, least)
        first = _carried(unary, contexts, None)
        start = unary, contexts, Objective(samples, unary, contexts, l2).minimum(first, 12, verbose=verbose)
    objective, first = second_round(samples, start, l2, least)
    return objective.unary, objective.contexts, objective.minimum(first, iterations, verbose=verbose)


def second_round(samples: Sequence[Sample], start: Fitted, l2: float, least: int = 8) -> tuple[Objective, Floats]:
    """Return the objective on the candidates that an earlier model ranks best, and its weights to set out from."""
    best = [best_only(sample, start[0], start[2]) for sample in samples]
    unary, contexts = vocabulary(best, least)
    return Objective(best, unary, contexts, l2), _carried(unary, contexts, start)


def _carried(unary: Columns, contexts: Columns, start: Fitted | None) -> Floats:
    """Return first weights, those of an earlier model where it has the feature."""
    first = np.zeros(len(unary) + len(contexts) * RELATIONS)
    if start is not None:
        old_unary, old_contexts, old = start
        for name, i in unary.items():
            if name in old_unary:
                first[i] = old[old_unary[name]]
        rows = first[len(unary) :].reshape(len(contexts), RELATIONS)
        for name, i in contexts.items():
            if name in old_contexts:
                j = len(old_unary) + old_contexts[name] * RELATIONS
                rows[i] = old[j : j + RELATIONS]
    return first


class Objective:
    """The negative log likelihood of the annotated speakers with its penalty, made once to be minimised often.

    Attributes:
        unary, contexts: The columns of the weights.
    """

    def __init__(self, samples: Sequence[Sample], unary: Columns, contexts: Columns, l2: float) -> None:
        self.unary, self.contexts = unary, contexts
        self._batches = _batches(samples, unary, contexts)
        self._known = _batches([right_only(sample) for sample in samples], unary, contexts)
        shared = np.array(["|" not in name for name in unary])
        relations = np.full(len(contexts) * RELATIONS, l2)
        self._penalty = np.concatenate([np.where(shared, l2 * SHARED, l2 * OF_KIND), relations])

    def minimum(self, first: Floats, iterations: int, *, without: Bools | None = None, verbose: bool = False) -> Floats:
        """Return the weights that L-BFGS finds from some first ones; those ``without`` marks are left at zero."""
        left = None if without is None else ~without
        rounds = [0]

        def of(weights: Floats) -> tuple[float, Floats]:
            loss, gradient = self(weights)
            rounds[0] += 1
            if verbose and rounds[0] % 10 == 0:
                print(f"  {rounds[0]}: loss {loss:.1f}", flush=True)
            return loss, gradient if left is None else gradient * left

        start = first if left is None else first * left
        options = {"maxiter": iterations, "maxcor": 12}
        weights: Floats = minimize(of, start, jac=True, method="L-BFGS-B", options=options).x
        return weights

    def __call__(self, weights: Floats) -> tuple[float, Floats]:
        """Return the value and the gradient."""
        whole, expected = self._side(self._batches, weights)
        right, observed = self._side(self._known, weights)
        loss = float(whole - right) + 0.5 * float((self._penalty * weights * weights).sum())
        return loss, expected - observed + self._penalty * weights

    def _side(self, parts: Sequence[Batch], weights: Floats) -> tuple[float, Floats]:
        total, gradient = 0.0, np.zeros(len(weights))
        for of in parts:
            U, R = scores(of, weights.astype(of.dtype), len(self.unary), len(self.contexts))
            logz, P, Q = marginals(of, U, R, of.mask)
            dU = (P * of.real[..., None]).reshape(-1)
            dR = (Q * of.real[..., None]).reshape(-1, RELATIONS)
            total += logz.sum()
            gradient += np.concatenate([of.XT @ dU, (of.YT @ dR).reshape(-1)])
        return total, gradient


def predict(samples: Sequence[Sample], model: Fitted) -> list[list[Floats]]:
    """Return, for each sample, the marginals of each turn's candidates (lists of arrays)."""
    unary, contexts, weights = model
    batch = Batch(samples, unary, contexts)
    U, R = scores(batch, weights, len(unary), len(contexts))
    _, P, _ = marginals(batch, U, R, batch.mask)
    none = np.zeros(0)
    found: list[list[Floats]] = [[none] * len(sample.candidates) for sample in samples]
    for b, (n, start, end) in enumerate(batch.scenes):
        for t, i in enumerate(range(start, end)):
            found[n][i] = P[b, t, : len(samples[n].candidates[i])]
    return found
