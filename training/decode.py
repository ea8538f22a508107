"""From scores a word to stretches of words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1e9


@dataclass(frozen=True)
class Stretch:
    """Words `start` up to but not including `end`."""

    start: int
    end: int
    kind: str


def allowed(labels: list[str]) -> NDArray[np.float64]:
    """[N + 1, N]: 0 where the column's label may follow the row's, FORBIDDEN where not: I-x only after B-x or I-x.
    The last row is the beginning of a paragraph."""
    follows = np.zeros((len(labels) + 1, len(labels)))
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            kind = label[2:]
            follows[:, column] = [0 if before in (f"B-{kind}", label) else FORBIDDEN for before in [*labels, ""]]
    return follows


def best_path(scores: NDArray[np.float32], follows: NDArray[np.float64]) -> list[int]:
    """Viterbi over one paragraph. scores [W, N] (log-probabilities), follows as from `allowed` → a label a word"""
    best = scores[0] + follows[-1]
    came_from = []
    for row in scores[1:]:
        step = best[:, None] + follows[:-1]
        came_from.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(best.argmax())]
    for origins in reversed(came_from):
        path.append(int(origins[path[-1]]))
    return path[::-1]


def stretches(labels: list[str], offset: int = 0) -> list[Stretch]:
    """The BIO labels of one paragraph as stretches. An I- label that continues nothing begins one."""
    found: list[Stretch] = []
    for word, label in enumerate(labels, offset):
        kind = label[2:]
        if label == "O":
            continue
        if label.startswith("I-") and found and found[-1].end == word and found[-1].kind == kind:
            found[-1] = Stretch(found[-1].start, word + 1, kind)
        else:
            found.append(Stretch(word, word + 1, kind))
    return found
