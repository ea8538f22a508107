"""Trees for texts that have none: each sentence of PolNeAR and the newswire as an earlier reader sees it when it reads that sentence alone.

python alone.py --corpora CORPORA --data DATA --labels labels.json --reader reader.onnx --out OUT [--votes silver.jsonl]

A reader that was asked for trees only in the treebanks' windows has lost them in windows of roles and names, of which it was never asked: half
of its heads there are unsure. Given one of their sentences by itself it is sure again, and from that the next reader learns.

Writes OUT/silver.jsonl, which `train.py` takes up when it lies in DATA, and OUT/held.jsonl, windows left out of it, on which `agree.py` measures.
Where parsers have voted (`silver.py`), their vote counts: a word without one has no label, a head voted for replaces the reader's.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from data import IGNORE, Window
from evaluate import Read, reader_of_onnx
from silver import chosen, parser_of_reader, sentences, with_words
from teach import softmax

TASKS = ("roles", "names")
ENDS = {".", "!", "?", "...", "…", "?!", "!?", '."'}
CLOSING = {"”", "’", "'", "''", ")", "]", "»"}
OPENING = {"“", "‘", "``", "(", "[", "«"}


def trees(windows: list[Window], own: Read, least: float) -> Iterator[Window]:
    """Each window's `start`, `head` and `relation`: IGNORE where the reader gives less than `least`."""
    for window, reading in own(windows):
        start = starts(window, reading["start"])
        head, relation = [IGNORE] * len(start), [IGNORE] * len(start)
        spans = sentences(start)
        for (first, _), (_, alone) in zip(spans, own([cut(window, *span) for span in spans]), strict=True):
            sure, kinds = softmax(alone["arcs"]).max(-1), softmax(alone["relation"])
            for place, to in enumerate(alone["head"]):
                if sure[place] >= least:
                    head[first + place] = first + int(to)
                    if kinds[place].max() >= least:
                        relation[first + place] = int(kinds[place].argmax())
        yield {"task": window["task"], "id": window["id"], "ids": window["ids"], "start": start, "head": head, "relation": relation}


def starts(window: Window, own: Sequence[int]) -> list[int]:
    """Where a paragraph begins; where after a full stop, closing and opening marks left out, comes a capital or a figure; and
    where the reader sees a beginning after a mark that can end a sentence. (Newswire's own borders are most often those of paragraphs.)"""
    words = [turned(window, place) for place in range(len(window["words"]))]
    paragraph = window.get("paragraph") or [0] * len(words)
    start = []
    for place in range(len(words)):
        before = next((word for word in reversed(words[:place]) if word not in CLOSING), "")
        after = next((word for word in words[place:] if word not in OPENING), "")
        border = place == 0 or window["may"][place] == 2 or paragraph[place] == 1
        sentence = before in ENDS and (after[:1].isupper() or after[:1].isdigit())
        start.append(int(border or sentence or bool(own[place] and before[-1:] in tuple(".!?:;"))))
    return start


def turned(window: Window, place: int) -> str:
    """The word; a straight mark as the bent one that it stands for."""
    if window["words"][place] != '"':
        return window["words"][place]
    return "“" if window["quoted"][window["first"][place] + 1] == 1 else "”"


def cut(window: Window, a: int, b: int) -> Window:
    """The words a … b - 1, one sentence, as a window of its own."""
    begin = window["first"][a]
    end = window["first"][b] if b < len(window["first"]) else len(window["ids"])
    if window["ids"][end - 1] == 102:
        end -= 1
    return {
        "ids": [101, *window["ids"][begin:end], 102],
        "case": [4, *window["case"][begin:end], 4],
        "quoted": [0, *window["quoted"][begin:end], 0],
        "first": [first - begin + 1 for first in window["first"][a:b]],
        "may": [2] + [0] * (b - a - 1),
    }


def outvoted(tree: Window, vote: Window) -> None:
    """Puts the parsers' votes (a line of `silver.py`) into the tree."""
    sentence = [sum(tree["start"][: place + 1]) for place in range(len(tree["start"]))]
    for word, (head, relation, kept) in enumerate(zip(vote["head"], vote["relation"], vote["kept"], strict=True)):
        if not kept:
            tree["head"][word] = tree["relation"][word] = IGNORE
        elif head != IGNORE and sentence[head] == sentence[word] and tree["head"][word] != head:
            tree["head"][word], tree["relation"][word] = head, relation


def key(window: Window) -> tuple:
    return window["task"], window["id"], *window["ids"]


def read_lines(path: Path) -> Iterator[Window]:
    with path.open() as lines:
        yield from map(json.loads, lines)


def left_out(windows: list[Window], count: int) -> list[Window]:
    """The last windows of each task, together `count`."""
    return [window for task in TASKS for window in [own for own in windows if own["task"] == task][::-1][: count // len(TASKS)]]


def main() -> None:
    parser = parser_of_reader(__doc__ or "")
    parser.add_argument("--out", type=Path, required=True, help="folder for silver.jsonl and held.jsonl")
    parser.add_argument("--votes", type=Path, help="silver.jsonl of silver.py")
    parser.add_argument("--least", type=float, default=0.65, help="how likely a head or relation must be to the reader")
    parser.add_argument("--held", type=int, default=60, help="leave out so many windows")
    parser.add_argument("--windows", type=int, default=10**9, help="read no more than so many")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    own = (window for window in read_lines(arguments.data / "train.jsonl") if window["task"] in TASKS)
    _, windows = chosen(with_words(own, arguments.corpora))
    windows = windows[: arguments.windows]
    votes = {key(vote): vote for vote in read_lines(arguments.votes)} if arguments.votes else {}
    held = {key(window) for window in left_out(windows, arguments.held)}
    counts: Counter[str] = Counter()
    with (arguments.out / "silver.jsonl").open("w") as silver, (arguments.out / "held.jsonl").open("w") as left:
        for tree in trees(windows, reader_of_onnx(arguments.reader, 1), arguments.least):
            if vote := votes.get(key(tree)):
                outvoted(tree, vote)
            (left if key(tree) in held else silver).write(json.dumps(tree) + "\n")
            heads, relations = (sum(label != IGNORE for label in tree[field]) for field in ("head", "relation"))
            counts.update(windows=1, words=len(tree["head"]), sentences=sum(tree["start"]), heads=heads, relations=relations, voted=bool(vote))
    print(dict(counts))


if __name__ == "__main__":
    main()
