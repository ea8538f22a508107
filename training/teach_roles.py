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
from rounds import cut, joined
from smooth import INPUTS
from teach import pointers, softmax, teachers_of

TAUGHT = ("names", "syntax")
FIRST = (80, 165)  # pieces of the first window when a document is cut once more; all others move along
SEEN = ("task", "id", "ids", "case", "quoted", "first", "may")


def read(session: onnxruntime.InferenceSession, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """How likely each role of each word is [W, N], and each word that it may point to [W, W]"""
    role, of = session.run(["role", "of"], {name: np.array([window[name]], dtype=np.int64) for name in INPUTS})
    return np.exp(role[0]), softmax(of[0])


def others(windows: list[Window]) -> list[list[Window]]:
    """A document of the newswire cut anew."""
    if windows[0]["task"] != "names":
        return []
    document = joined([{field: window[field] for field in SEEN} for window in windows])
    return [other for first in FIRST if len(other := cut(document, first)) > 1]


def mean_role(companies: list[list[tuple[np.ndarray, np.ndarray]]]) -> np.ndarray:
    """What was read of a document's windows, in each company → [W, N] of all its words"""
    return np.mean([np.concatenate([role for role, _ in company]) for company in companies], 0)


def agreed(readings: list[np.ndarray]) -> np.ndarray:
    return np.where(np.all([own == readings[0] for own in readings], 0), readings[0], IGNORE)


def main() -> None:
    arguments, sessions = teachers_of(__doc__)
    labels = read_labels(arguments.data / "labels.json")
    columns: dict[str, list[np.ndarray]] = {"line": [], "words": [], "role": [], "of": []}
    windows = [window for window in read_windows(arguments.data / "train.jsonl", labels) if window["task"] in TAUGHT]
    for _, same in groupby(windows, key=lambda window: (window["task"], window["id"])):
        own = list(same)
        anew = others(own)
        seen = [[read(session, window) for window in own] for session in sessions]
        whole = [
            mean_role([first, *[[read(session, window) for window in other] for other in anew]])
            for session, first in zip(sessions, seen, strict=True)
        ]
        columns["line"].append(np.array([window["line"] for window in own]))
        columns["words"].append(np.array([len(window["first"]) for window in own]))
        columns["role"].append(np.mean(whole, 0).astype(np.float16))
        columns["of"] += [agreed([pointers(role, of, labels) for role, of in same_window]) for same_window in zip(*seen, strict=True)]
    np.savez(arguments.data / "roles.npz", **{name: np.concatenate(values) for name, values in columns.items()})
    print(len(windows), "windows taught")


if __name__ == "__main__":
    main()
