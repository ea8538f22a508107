"""What earlier readers see of names and roles in every window of the train file: labels for the heads that a corpus says nothing to.

python teach.py --data DATA reader.onnx another.onnx …

Writes DATA/soft.npz, which `train.py` takes up when it is there. A word's label is the mean of what the readers think likely, not the likeliest
label: where they are in doubt, so stays the pupil (Hinton et al. 2015). Gold labels are never replaced.
"""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime

from data import IGNORE, read_labels, read_windows
from network import Labels
from smooth import INPUTS

TAUGHT = ("roles", "names", "syntax")  # `same` is text of `syntax` once more
SURE = 0.8  # a pointer that is less likely is left out


def softmax(scores: np.ndarray) -> np.ndarray:
    likely = np.exp(scores - scores.max(-1, keepdims=True))
    return likely / likely.sum(-1, keepdims=True)


def pointers(role: np.ndarray, of: np.ndarray, labels: Labels) -> np.ndarray:
    """role [W, N] and of [W, W], how likely each is → [W]: the word that a source's or content's word points to, IGNORE for others and where that is not sure"""
    kinds = [labels.role[label][2:] for label in role.argmax(-1)]
    points = np.array([kind in ("source", "content") for kind in kinds]) & (of.max(-1) >= SURE)
    return np.where(points, of.argmax(-1), IGNORE).astype(np.int16)


def teachers_of(description: str | None) -> tuple[argparse.Namespace, list[onnxruntime.InferenceSession]]:
    """The command line of a script with teachers, and these, ready to read."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("networks", type=Path, nargs="+", help=".onnx")
    arguments = parser.parse_args()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = arguments.threads
    return arguments, [onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"]) for path in arguments.networks]


def main() -> None:
    arguments, sessions = teachers_of(__doc__)
    labels = read_labels(arguments.data / "labels.json")
    columns: dict[str, list[np.ndarray]] = {"line": [], "words": [], "name": [], "role": [], "of": []}
    for window in read_windows(arguments.data / "train.jsonl", labels):
        if window["task"] not in TAUGHT:
            continue
        feed = {name: np.array([window[name]], dtype=np.int64) for name in INPUTS}
        read = [session.run(["name", "role", "of"], feed) for session in sessions]
        name, role = (np.mean([np.exp(outputs[place][0]) for outputs in read], 0) for place in (0, 1))
        of = np.mean([softmax(outputs[2][0]) for outputs in read], 0)
        columns["line"].append(np.array([window["line"]]))
        columns["words"].append(np.array([len(window["first"])]))
        columns["name"].append(name.astype(np.float16))
        columns["role"].append(role.astype(np.float16))
        columns["of"].append(pointers(role, of, labels))
    np.savez(arguments.data / "soft.npz", **{name: np.concatenate(values) for name, values in columns.items()})
    print(len(columns["line"]), "windows taught")


if __name__ == "__main__":
    main()
