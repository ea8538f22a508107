"""What the readings of the dev files are worth, head by head."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data import IGNORE, Window
from decode import Stretch, allowed, best_path, stretches
from network import Labels

Reading = dict[str, NDArray]  # the outputs of the ONNX file for one window, without their first axis
PRONOUNS = {  # ids of word pieces
    2002: "he", 2016: "he", 2010: "he", 2014: "he", 2032: "he",
    2027: "they", 2037: "they", 2068: "they", 2009: "it", 2049: "it",
}  # fmt: skip


@dataclass
class Count:
    right: int = 0
    gold: int = 0
    found: int = 0

    def f1(self) -> float:
        return 200 * self.right / max(1, self.gold + self.found)

    def add(self, right: int, gold: int, found: int) -> None:
        self.right, self.gold, self.found = self.right + right, self.gold + gold, self.found + found


@dataclass
class Figures:
    """F1 of what is looked for, accuracy of what every word has (there, gold = found)."""

    labels: Labels
    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))

    def add(self, window: Window, reading: Reading) -> None:
        by_task: dict[str, Callable[[Window, Reading], None]] = {
            "roles": self.add_roles, "names": self.add_names, "syntax": self.add_syntax, "same": self.add_same,
        }  # fmt: skip
        by_task[window["task"]](window, reading)

    def add_roles(self, window: Window, reading: Reading) -> None:
        greedy = reading["role"].argmax(-1)
        follows = allowed(self.labels.role)
        for words in paragraphs(window):
            gold = [self.labels.role[label] for label in window["role"][words]]
            likely = [self.labels.role[label] for label in best_path(reading["role"][words], follows)]
            self.add_stretches("", stretches(gold, words.start), stretches(likely, words.start))
            single = [self.labels.role[label] for label in greedy[words]]
            self.add_stretches("greedy ", stretches(gold, words.start), stretches(single, words.start))
            for kind in ("source", "cue", "content"):
                both = [(a[2:] == kind, b[2:] == kind) for a, b in zip(gold, likely, strict=True)]
                self.counts[f"{kind} words"].add(both.count((True, True)), sum(a for a, _ in both), sum(b for _, b in both))
        pointed = reading["of"].argmax(-1)
        for word, (role, cue) in enumerate(zip(window["role"], window["of"], strict=True)):
            if cue != IGNORE and self.labels.role[role] in ("B-source", "B-content"):
                kind = self.labels.role[role][2:]
                self.counts[f"of {kind}"].add(int(pointed[word] == cue), 1, 1)

    def add_names(self, window: Window, reading: Reading) -> None:
        gold = [self.labels.name[label] if label != IGNORE else "O" for label in window["name"]]
        likely = [self.labels.name[label] for label in best_path(reading["name"], allowed(self.labels.name))]
        single = [self.labels.name[label] for label in reading["name"].argmax(-1)]
        self.add_stretches("", stretches(gold), stretches(likely))
        self.add_stretches("greedy ", stretches(gold), stretches(single))

    def add_stretches(self, prefix: str, gold: list[Stretch], found: list[Stretch]) -> None:
        right = Counter(stretch.kind for stretch in set(gold) & set(found))
        gold_kinds, found_kinds = (Counter(stretch.kind for stretch in side) for side in (gold, found))
        for kind in gold_kinds | found_kinds:
            self.counts[prefix + kind].add(right[kind], gold_kinds[kind], found_kinds[kind])

    def add_syntax(self, window: Window, reading: Reading) -> None:
        """Heads and relations are those inside the gold sentences; see `asked`."""
        known = np.array(window["head"]) != IGNORE
        words = int(known.sum())
        right_head = (reading["head"] == window["head"]) & known
        right_relation = right_head & (reading["relation"].argmax(-1) == window["relation"])
        tagged = np.array(window["tag"]) != IGNORE
        right_tag = (reading["tag"].argmax(-1) == window["tag"]) & tagged
        self.counts["tag"].add(int(right_tag.sum()), int(tagged.sum()), int(tagged.sum()))
        self.counts["head (UAS)"].add(int(right_head.sum()), words, words)
        self.counts["relation (LAS)"].add(int(right_relation.sum()), words, words)

    def add_start(self, window: Window, reading: Reading) -> None:
        """The first word of a window is no feat and is not counted."""
        gold, found = np.array(window["start"])[1:] == 1, reading["start"][1:] == 1
        self.counts["start"].add(int((gold & found).sum()), int(gold.sum()), int(found.sum()))

    def add_same(self, window: Window, reading: Reading) -> None:
        pointed = reading["same"].argmax(-1)
        gold = window["same"]
        for word, before in enumerate(gold):
            pronoun = PRONOUNS.get(window["ids"][window["first"][word]])
            if pronoun and before not in (IGNORE, word):
                there = int(pointed[word])
                right = there != word and first_of_chain(there, gold) == first_of_chain(before, gold)
                self.counts[f"same {pronoun}"].add(int(right), 1, 1)

    def table(self) -> dict[str, float]:
        return {name: round(count.f1(), 1) for name, count in sorted(self.counts.items())}


def asked(window: Window) -> Window:
    """The window with its gold sentences as the only ones that `may` be: how syntax is measured."""
    return {**window, "may": [2 if start == 1 else 0 for start in window["start"]]}


def paragraphs(window: Window) -> Iterator[slice]:
    begins = [word for word, begin in enumerate(window["paragraph"]) if begin or word == 0]
    for begin, end in zip(begins, [*begins[1:], len(window["paragraph"])], strict=True):
        yield slice(begin, end)


def first_of_chain(word: int, before: list[int]) -> int:
    while before[word] not in (IGNORE, word):
        word = before[word]
    return word
