"""Windows of names and roles a little other each time: other persons, the letters' case of careless or shouting text, words that cannot be read."""

import random
from collections import defaultdict

from data import BREAK, Window
from network import Labels

SWAPPED, LOWER, UPPER = 0.25, 0.05, 0.05  # shares of the windows
MASKED = 0.08  # of the words
MASK = 103
Word = tuple[tuple[int, ...], int]  # its pieces, and how it is written


class Augment:
    def __init__(self, windows: list[Window], labels: Labels, seed: int) -> None:
        self.chance = random.Random(seed)
        self.begin, self.inside = labels.name.index("B-Person"), labels.name.index("I-Person")
        self.cases = {name: index for index, name in enumerate(labels.case)}
        self.persons: defaultdict[int, list[list[Word]]] = defaultdict(list)  # by number of words
        for window in windows:
            if window["task"] == "names":
                words = words_of(window)
                for start, end in self.mentions(window):
                    self.persons[end - start].append(words[start:end])

    def __call__(self, window: Window) -> Window:
        if window["task"] not in ("names", "roles"):
            return window
        if self.chance.random() < SWAPPED:
            window = self.swapped(window)
        window = self.masked(window)
        draw = self.chance.random() if window["task"] == "names" else 1.0
        return self.written(window, draw < LOWER) if draw < LOWER + UPPER else window

    def mentions(self, window: Window) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for word, label in enumerate(names_of(window)):
            if label == self.begin:
                found.append((word, word + 1))
            elif label == self.inside and found and found[-1][1] == word:
                found[-1] = found[-1][0], word + 1
        return found

    def swapped(self, window: Window) -> Window:
        """Each person another one with as many words, the same one wherever a word of the name comes again."""
        words, other = words_of(window), dict[Word, Word]()
        for start, end in sorted(self.mentions(window), key=lambda mention: mention[0] - mention[1]):
            someone = self.chance.choice(self.persons.get(end - start) or [words[start:end]])
            for word, new in zip(words[start:end], someone, strict=True):
                other.setdefault(word, new)
            words[start:end] = [other[word] for word in words[start:end]]
        return with_words(window, words)

    def masked(self, window: Window) -> Window:
        """Some words hidden, so that what stands around them must tell; how they are written is still to be seen."""
        words = [((MASK,) * len(pieces), written) if self.chance.random() < MASKED else (pieces, written) for pieces, written in words_of(window)]
        return with_words(window, words)

    def written(self, window: Window, lower: bool) -> Window:
        """As if every letter were small, or large."""
        small, large = self.cases["lower"], self.cases["UPPER"]
        letters = {small, large, self.cases["Title"], self.cases["miXed"], self.cases["one capital"]}
        return {**window, "case": [(small if lower else large) if case in letters else case for case in window["case"]]}


def names_of(window: Window) -> list[int]:
    """The corpus's labels, or the likeliest of those that were taught."""
    return window["name"] if "name" in window else window["soft"]["name"].argmax(1).tolist() if "soft" in window else []


def words_of(window: Window) -> list[Word]:
    ends = [*window["first"][1:], len(window["ids"])]
    return [
        (tuple(piece for piece in window["ids"][start:end] if piece != BREAK), window["case"][start])
        for start, end in zip(window["first"], ends, strict=True)
    ]


def with_words(window: Window, words: list[Word]) -> Window:
    """The window with other pieces for its words; what stands between paragraphs stays."""
    ids, case, quoted, first = [window["ids"][0]], [window["case"][0]], [window["quoted"][0]], []
    ends = [*window["first"][1:], len(window["ids"])]
    for (pieces, written), start, end in zip(words, window["first"], ends, strict=True):
        first.append(len(ids))
        breaks = window["ids"][start:end].count(BREAK)
        ids += [*pieces, *[BREAK] * breaks]
        case += [written] * len(pieces) + [window["case"][end - 1]] * breaks
        quoted += [window["quoted"][start]] * len(pieces) + [0] * breaks
    return {**window, "ids": ids, "case": case, "quoted": quoted, "first": first} if len(ids) <= 400 else window
