"""What the network is shown, round for round: tasks mixed, and documents cut into windows anew each time.

A paragraph that always stands in the same company is soon known by heart; so each time it stands in another.
"""

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import numpy as np

from data import BREAK, IGNORE, Window, sorted_groups

ANEW = ("roles", "names")  # tasks whose documents are cut anew
NARROWEST, WIDEST = 60, 254  # pieces of a document's first window when it is cut anew; WIDEST is that of every window, as in src/reader/windows.ts
BEGIN, NO_CASE = 101, 4
PIECES = {"ids": BEGIN, "case": NO_CASE, "quoted": 0}  # fields with a value a piece, and that of the piece which begins a window
WORDS = ("may", "paragraph", "role", "guess", "name", "start", "relation")  # fields with a value a word
POINTERS = ("of", "head")  # the same, and the value is a word


def endless(windows: list[Window], size: int, shares: dict[str, float], seed: int) -> Iterator[list[Window]]:
    """Groups of windows of like length, tasks mixed, for ever. `shares` says how often a round shows a task's windows:
    1.5 is each of them once, and every second one twice."""
    chance = random.Random(seed)
    fixed = {task: [window for window in windows if window["task"] == task] for task in shares}
    documents = {task: documents_of(fixed[task]) for task in ANEW}

    def shuffled(task: str) -> list[Window]:
        own = [*fixed[task]]
        if task in documents:
            own = [window for document in documents[task] for window in cut(document, chance.randint(NARROWEST, WIDEST))]
        chance.shuffle(own)
        return own

    while True:
        drawn: list[Window] = []
        for task, share in shares.items():
            for part in (*[1.0] * int(share), share % 1):
                own = shuffled(task)
                drawn += own[: round(part * len(own))]
        chance.shuffle(drawn)
        groups: list[list[Window]] = []
        for start in range(0, len(drawn), 512):
            groups += sorted_groups(drawn[start : start + 512], size)
        chance.shuffle(groups)
        yield from groups


def pieces_in_round(windows: list[Window], shares: dict[str, float]) -> int:
    pieces = Counter[str]()
    for window in windows:
        pieces[window["task"]] += len(window["ids"])
    return round(sum(pieces[task] * share for task, share in shares.items()))


def documents_of(windows: list[Window]) -> list[Window]:
    """The windows of each document, which follow one another, as one."""
    return [joined(list(own)) for _, own in groupby(windows, key=lambda window: window["id"])]


def joined(windows: list[Window]) -> Window:
    """A document of any length: what begins its windows is left out, places and pointers are counted from its own beginning.
    Labels that not all of the windows have are IGNORE in the others."""
    document: Window = {"task": windows[0]["task"], "id": windows[0]["id"], "first": []}
    fields = [field for field in (*PIECES, *WORDS, *POINTERS) if any(field in window for window in windows)]
    document |= {field: [] for field in fields}
    for window in windows:
        pieces, words = len(document["ids"]), len(document["first"])
        document["first"] += [place - 1 + pieces for place in window["first"]]
        for field in fields:
            values = window.get(field) or [IGNORE] * len(window["first"])
            if field in PIECES:
                values = values[1:]
            elif field in POINTERS:
                values = [IGNORE if to == IGNORE else to + words for to in values]
            document[field] += values
    if all("soft" in window for window in windows):
        document["soft"] = {head: np.concatenate([window["soft"][head] for window in windows]) for head in windows[0]["soft"]}
    return document


def cut(document: Window, first: int) -> list[Window]:
    """Windows of whole paragraphs, in order, as many in each as fit: in the first `first` pieces, in every other WIDEST. A longer paragraph
    stands alone. `cut(joined(windows), WIDEST)` gives the windows of `prepare.ts` again."""
    windows: list[Window] = []
    begin = end = 0
    for next_end in (place + 1 for place, piece in enumerate(document["ids"]) if piece == BREAK):
        if begin < end and 1 + next_end - begin > (WIDEST if windows else first):
            windows.append(part(document, begin, end))
            begin = end
        end = next_end
    return [*windows, part(document, begin, end)]


def part(document: Window, begin: int, end: int) -> Window:
    """Its pieces begin … end - 1 as a window; pointers that lead out of it are not learned."""
    a, b = (bisect_left(document["first"], place) for place in (begin, end))
    window = {"task": document["task"], "id": document["id"], "first": [place - begin + 1 for place in document["first"][a:b]]}
    window |= {field: [value, *document[field][begin:end]] for field, value in PIECES.items()}
    window |= {field: document[field][a:b] for field in WORDS if field in document}
    window |= {field: [to - a if a <= to < b else IGNORE for to in document[field][a:b]] for field in POINTERS if field in document}
    if "soft" in document:
        window["soft"] = {head: values[a:b] for head, values in document["soft"].items()}
    return window
