"""What finished readers see of roles in the newswire and the treebanks, each document of the newswire in several companies.

python teach_roles.py --data DATA reader.onnx another.onnx …

Writes DATA/roles.npz, which `train.py` takes up in the place of the roles of `teach.py`: how likely each label is (the mean over readers and windows) and
the pointers on which all readers agree. Who learns from it sees the same words masked and in other company, and learns to see there what was
seen without (a noisy student: Xie et al. 2020).
"""

from itertools import groupby

import numpy as np
import onnxruntime

from data import IGNORE, Window, read_labels, read_windows
from network import Labels
from rounds import cut, joined
from smooth import INPUTS
from teach import SURE, softmax, teachers_of

TAUGHT = ("names", "syntax")
FIRST = (80, 165)  # pieces of the first window when a document is cut once more; all others move along
SEEN = ("task", "id", "ids", "case", "quoted", "first", "may")


class Teacher:
    def __init__(self, session: onnxruntime.InferenceSession, labels: Labels) -> None:
        self.session, self.labels = session, labels

    def roles(self, windows: list[Window]) -> np.ndarray:
        """[W, N]: how likely each role of each word is"""
        return np.concatenate([np.exp(self.read(window, "role")) for window in windows])

    def pointers(self, window: Window) -> np.ndarray:
        """[W]: the word that a source's or content's word points to, IGNORE for other words and where the reader is not sure"""
        likely = softmax(self.read(window, "of"))
        kinds = [self.labels.role[label][2:] for label in self.read(window, "role").argmax(-1)]
        points = np.array([kind in ("source", "content") for kind in kinds]) & (likely.max(-1) >= SURE)
        return np.where(points, likely.argmax(-1), IGNORE).astype(np.int16)

    def read(self, window: Window, head: str) -> np.ndarray:
        ((output,),) = self.session.run([head], {name: np.array([window[name]], dtype=np.int64) for name in INPUTS})
        return output


def companies(windows: list[Window]) -> list[list[Window]]:
    """A document's windows as they are, and cut anew."""
    if windows[0]["task"] != "names":
        return [windows]
    document = joined([{field: window[field] for field in SEEN} for window in windows])
    others = [cut(document, first) for first in FIRST]
    return [windows, *[other for other in others if len(other) > 1]]


def agreed(pointers: list[np.ndarray]) -> np.ndarray:
    return np.where(np.all([own == pointers[0] for own in pointers], 0), pointers[0], IGNORE)


def main() -> None:
    arguments, sessions = teachers_of(__doc__)
    labels = read_labels(arguments.data / "labels.json")
    teachers = [Teacher(session, labels) for session in sessions]
    columns: dict[str, list[np.ndarray]] = {"line": [], "words": [], "role": [], "of": []}
    windows = [window for window in read_windows(arguments.data / "train.jsonl", labels) if window["task"] in TAUGHT]
    for _, same in groupby(windows, key=lambda window: (window["task"], window["id"])):
        own = list(same)
        role = np.mean([np.mean([teacher.roles(company) for company in companies(own)], 0) for teacher in teachers], 0)
        columns["line"].append(np.array([window["line"] for window in own]))
        columns["words"].append(np.array([len(window["first"]) for window in own]))
        columns["role"].append(role.astype(np.float16))
        columns["of"] += [agreed([teacher.pointers(window) for teacher in teachers]) for window in own]
    np.savez(arguments.data / "roles.npz", **{name: np.concatenate(values) for name, values in columns.items()})
    print(len(windows), "windows taught")


if __name__ == "__main__":
    main()
