"""Names in windows whose corpus says none: each paragraph, and each sentence of it, as an earlier reader sees it when it reads that alone.

python alone_names.py --corpora CORPORA --data DATA --labels labels.json --reader reader.onnx --trees TREES

As with trees (`alone.py`), a reader has lost in PolNeAR's windows much of what it knows of names in the newswire's: given less, it sees more. What
is learned is the mean of both readings, and for PolNeAR what most places of a name agree on (`one_name.py`).

Writes DATA/names.npz, which `train.py` takes up instead of the names of `teach.py`.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from alone import cut, key, read_lines
from data import Window, read_labels
from evaluate import Read, reader_of_onnx
from one_name import Text, agreed
from rounds import BREAK
from silver import parser_of_reader, sentences, with_words

Likely = NDArray[np.float16]  # [W, N]


def read_alone(window: Window, own: Read) -> Likely:
    """How likely each word's labels are, in the mean of its sentence and its paragraph."""
    return np.mean([likely_in(window, start, own) for start in (window["start"], paragraphs(window))], 0).astype(np.float16)


def likely_in(window: Window, start: list[int], own: Read) -> Likely:
    return np.exp(np.concatenate([reading["name"] for _, reading in own([cut(window, *span) for span in sentences(start)])]))


def paragraphs(window: Window) -> list[int]:
    return [int(window["ids"][place - 1] == BREAK) for place in window["first"]]


def with_starts(windows: Iterator[Window], trees: Path) -> Iterator[Window]:
    """PolNeAR's with the starts that `alone.py` gave them, the treebanks' with their own."""
    files = chain.from_iterable(read_lines(trees / f"{name}.jsonl") for name in ("silver", "held"))
    starts = {key(tree): tree["start"] for tree in files if tree["task"] == "roles"}
    for window in windows:
        if window["task"] == "syntax":
            yield window
        elif window["task"] == "roles":
            yield {**window, "start": starts[key(window)]}


def main() -> None:
    parser = parser_of_reader(__doc__ or "")
    parser.add_argument("--trees", type=Path, required=True, help="the folder that alone.py wrote")
    arguments = parser.parse_args()
    own = reader_of_onnx(arguments.reader, 1)
    lines = ({**window, "line": line} for line, window in enumerate(read_lines(arguments.data / "train.jsonl")))
    windows = list(with_starts(lines, arguments.trees))
    likely = {window["line"]: read_alone(window, own) for window in windows}
    worded = list(with_words((window for window in windows if window["task"] == "roles"), arguments.corpora))
    texts = [Text(window["words"], likely[window["line"]]) for window in worded]
    for window, better in zip(worded, agreed(texts, read_labels(arguments.labels).name), strict=True):
        likely[window["line"]] = better
    save(arguments.data / "names.npz", likely)


def save(path: Path, likely: dict[int, Likely]) -> None:
    np.savez(path, line=list(likely), words=[len(own) for own in likely.values()], name=np.concatenate(list(likely.values())))
    print(len(likely), "windows")


if __name__ == "__main__":
    main()
