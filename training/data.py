"""Windows of words from disk, and batches of them as tensors."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from decode import allowed, best_path
from network import Labels

IGNORE = -100  # the label of a word that a head is not asked about
WORD_LABELS = ("tag", "relation", "name", "role", "start", "head", "of", "same", "guess")
BREAK = 102  # the piece that ends a paragraph
SOFT = ("name", "role")  # heads that can learn from what earlier readers thought likely
Window = dict[str, Any]  # a line of train.jsonl or dev.jsonl; training/README.md lists the fields


@dataclass(frozen=True)
class Batch:
    """B windows, filled up with zeros to the longest: T pieces, W words."""

    ids: Tensor  # [B, T]
    case: Tensor  # [B, T]
    quoted: Tensor  # [B, T]
    first: Tensor  # [B, W]
    may: Tensor  # [B, W]; 2 beyond the end, so that every word there is a sentence of its own
    mask: Tensor  # [B, T], true where there is a piece
    real: Tensor  # [B, W], true where there is a word
    new: Tensor  # [B, W], true where a paragraph begins
    labels: dict[str, Tensor]  # each [B, W]
    soft: dict[str, tuple[Tensor, Tensor]]  # by head: rows [R], and for their words how likely each label is [R, W, N], 0 beyond the end
    windows: list[Window]

    def inputs(self) -> dict[str, Tensor]:
        return {name: getattr(self, name) for name in ("ids", "case", "quoted", "first", "may", "mask")}


def read_labels(path: Path) -> Labels:
    return Labels(**json.loads(path.read_text()))


def read_windows(path: Path, labels: Labels) -> list[Window]:
    """Without those of which `fill.py` has not yet said every name."""
    with path.open() as lines:
        windows = [{**json.loads(line), "line": number} for number, line in enumerate(lines)]
    windows = [window for window in windows if min(window.get("name", [0])) >= 0]
    for window in windows:
        for head in ("name", "role"):
            if head in window:
                window[head] = mended(window[head], window.get("paragraph"), getattr(labels, head))
    return windows


def add_taught(windows: list[Window], path: Path) -> None:
    """Puts what `teach.py` wrote into the windows: `soft`, and `of` where a corpus says nothing of roles."""
    taught = np.load(path)
    places = places_of(taught)
    name, role, of = (taught[column] for column in ("name", "role", "of"))
    for window in windows:
        if own := places.get(window["line"]):
            window["soft"] = {head: values[own] for head, values in (("name", name), ("role", role)) if head not in window}
            window.setdefault("of", of[own].tolist())


def add_roles(windows: list[Window], path: Path, labels: list[str], names: list[str]) -> None:
    """Puts roles as `teach_roles.py` reads them, in several companies, in the place of earlier ones: `soft`, `of`, and, as `guess`, the likeliest chain."""
    taught = np.load(path)
    places, role, of = places_of(taught), taught["role"], taught["of"]
    follows = allowed(labels)
    for window in windows:
        if (own := places.get(window["line"])) and window["task"] == "names":
            window.setdefault("soft", {})["role"] = role[own]
            window["of"] = of[own].tolist()
            window["paragraph"] = begins(window)
            window["name"] = mended(window["name"], window["paragraph"], names)
            scores = np.log(role[own].astype(np.float64) + 1e-6)
            starts = [word for word, is_new in enumerate(window["paragraph"]) if is_new]
            window["guess"] = [label for start, end in zip(starts, [*starts[1:], len(scores)], strict=True) for label in best_path(scores[start:end], follows)]


def add_names(windows: list[Window], path: Path) -> None:
    """Puts what `alone_names.py` wrote in the place of the names of `teach.py`."""
    taught = np.load(path)
    places, name = places_of(taught), taught["name"]
    for window in windows:
        if own := places.get(window["line"]):
            window.setdefault("soft", {})["name"] = name[own]


def begins(window: Window) -> list[int]:
    """1 for each word that begins a paragraph."""
    ids, first = window["ids"], window["first"]
    return [int(word == 0 or BREAK in ids[first[word - 1] : place]) for word, place in enumerate(first)]


def places_of(taught: Mapping[str, np.ndarray]) -> dict[int, slice]:
    """Where in the columns each window's words stand."""
    ends = taught["words"].cumsum()
    return {line: slice(end - words, end) for line, words, end in zip(taught["line"], taught["words"], ends, strict=True)}


def add_silver(windows: list[Window], path: Path) -> None:
    """Puts the trees of `silver.py` or `alone.py` into the windows that have none: `start`, `head` and `relation`, IGNORE where they say nothing."""
    with path.open() as lines:
        trees = {(tree["task"], tree["id"], *tree["ids"]): tree for tree in map(json.loads, lines)}
    for window in windows:
        if window["task"] in ("roles", "names") and (tree := trees.get((window["task"], window["id"], *window["ids"]))):
            window.update({field: tree[field] for field in ("head", "relation", "start")})


def mended(chain: list[int], new: list[int] | None, labels: list[str]) -> list[int]:
    """A handful of corpus labels are I- where nothing goes on; they become B-, as no other chain is ever allowed."""
    before, better = "O", []
    for word, index in enumerate(chain):
        label = labels[index]
        if label.startswith("I-") and (before[2:] != label[2:] or word == 0 or (new and new[word])):
            label = f"B-{label[2:]}"
        better.append(labels.index(label))
        before = label
    return better


def cost(windows: Iterable[Window]) -> int:
    """Pieces that the network works through, filling included."""
    lengths = [len(window["ids"]) for window in windows]
    return max(lengths, default=0) * len(lengths)


def grouped(windows: list[Window], size: int) -> list[list[Window]]:
    """Neighbours together, as many as cost no more than `size` pieces."""
    groups: list[list[Window]] = []
    for window in windows:
        if groups and cost([*groups[-1], window]) <= size:
            groups[-1].append(window)
        else:
            groups.append([window])
    return groups


def sorted_groups(windows: list[Window], size: int) -> list[list[Window]]:
    return grouped(sorted(windows, key=lambda window: len(window["ids"])), size)


def to_batch(windows: list[Window]) -> Batch:
    length, words = (max(len(window[field]) for window in windows) for field in ("ids", "first"))

    def filled(field: str, width: int, value: int) -> Tensor:
        rows = [window.get(field) or [] for window in windows]
        return torch.tensor([row + [value] * (width - len(row)) for row in rows])

    def likely(head: str) -> tuple[Tensor, Tensor]:
        rows = [row for row, window in enumerate(windows) if head in window.get("soft", ())]
        values = [torch.from_numpy(windows[row]["soft"][head]).float() for row in rows]
        padded = [F.pad(value, (0, 0, 0, words - len(value))) for value in values]
        return torch.tensor(rows, dtype=torch.long), torch.stack(padded) if padded else torch.empty(0, words, 0)

    ids = filled("ids", length, 0)
    return Batch(
        ids=ids,
        case=filled("case", length, 4),
        quoted=filled("quoted", length, 0),
        first=filled("first", words, 0),
        may=filled("may", words, 2),
        mask=ids != 0,
        real=torch.tensor([[place < len(window["first"]) for place in range(words)] for window in windows]),
        new=filled("paragraph", words, 0) == 1,
        labels={name: filled(name, words, IGNORE) for name in WORD_LABELS},
        soft={head: likely(head) for head in SOFT},
        windows=windows,
    )
