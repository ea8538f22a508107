"""One name, one label: what a reader sees of a name in most places, it is everywhere.

A reader that learned names from other news takes one and the same politician for a person here and for nothing there.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from decode import Stretch, allowed, best_path, stretches

LONGEST = 5  # words
LEAST = 3  # places
SHARE, SHARE_OF_ONE_WORD = 0.6, 0.8  # of a name's places that must agree; "Washington" is more than one thing, "Hillary Clinton" is not
LEFT = ("Date", "Money")  # kinds of which this is not said
BELIEF = 0.9  # how likely the agreed label is made

Words = tuple[str, ...]


@dataclass(frozen=True)
class Text:
    words: list[str]
    likely: NDArray[np.float16]  # [W, N], how likely each label is


def agreed(texts: list[Text], labels: list[str]) -> Iterator[NDArray[np.float16]]:
    """Each text's `likely`, where a name stands whose places agree: sure of what most of them say."""
    read = [mentions(text, labels) for text in texts]
    known = known_names(texts, read)
    for text, own in zip(texts, read, strict=True):
        likely = text.likely.copy()
        for start, end, name in free(text.words, own, known):
            for word in range(start, end):
                likely[word] *= 1 - BELIEF
                likely[word, labels.index(f"{'B' if word == start else 'I'}-{known[name]}")] += BELIEF
        yield likely


def mentions(text: Text, labels: list[str]) -> list[Stretch]:
    path = best_path(np.log(np.maximum(text.likely.astype(np.float32), 1e-6)), allowed(labels))
    return stretches([labels[label] for label in path])


def known_names(texts: list[Text], read: list[list[Stretch]]) -> dict[Words, str]:
    """What most places of a name are."""
    kinds: defaultdict[Words, Counter[str]] = defaultdict(Counter)
    for text, own in zip(texts, read, strict=True):
        for mention in own:
            words = tuple(text.words[mention.start : mention.end])
            if len(words) <= LONGEST and words[0][:1].isupper() and mention.kind not in LEFT:
                kinds[words][mention.kind] += 1
    places = Counter(name for text, own in zip(texts, read, strict=True) for _, _, name in free(text.words, own, kinds))
    known: dict[Words, str] = {}
    for name, own in kinds.items():
        kind, count = own.most_common(1)[0]
        if places[name] >= LEAST and count >= places[name] * (SHARE if len(name) > 1 else SHARE_OF_ONE_WORD):
            known[name] = kind
    return known


def free(words: list[str], own: list[Stretch], names: Container[Words]) -> Iterator[tuple[int, int, Words]]:
    """Where a name stands that is no part of another mention and cuts none in two; of names that overlap, the first and longest."""
    mention_of: list[Stretch | None] = [None] * len(words)
    for mention in own:
        mention_of[mention.start : mention.end] = [mention] * (mention.end - mention.start)
    start = 0
    while start < len(words):
        for end in range(min(start + LONGEST, len(words)), start, -1):
            name = tuple(words[start:end])
            within = all(mention is None or (start <= mention.start and mention.end <= end) for mention in mention_of[start:end])
            if name in names and within:
                yield start, end, name
                start = end - 1
                break
        start += 1
