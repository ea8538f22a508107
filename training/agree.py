"""How far networks, reading whole windows, agree with the trees of sentences read alone that were left out of training.

python agree.py --data DATA --labels labels.json --held held.jsonl reader.onnx average.pt …

The trees are a network's own (`alone.py`): this shows what is lost in company, not what is right.
"""

import argparse
from collections import Counter
from pathlib import Path

import torch

from alone import TASKS, key, read_lines
from data import IGNORE, Window, read_labels
from evaluate import Read, reader_of
from teach import softmax

UNSURE = 0.7


def agreement(read: Read, windows: list[Window], trees: dict[tuple, Window]) -> dict[str, Counter[str]]:
    """By task, counts of words, of words whose head is unsure, of labels, of labels agreed with; of sentence starts theirs, ours and both."""
    counts = {task: Counter[str]() for task in TASKS}
    for window, reading in read(windows):
        tree, own = trees[key(window)], counts[window["task"]]
        own["words"] += len(tree["head"])
        own["unsure"] += int((softmax(reading["arcs"]).max(-1) < UNSURE).sum())
        pairs = [(label, int(head)) for label, head in zip(tree["head"], reading["head"], strict=True) if label != IGNORE]
        own["labels"] += len(pairs)
        own["agreed"] += sum(label == head for label, head in pairs)
        own["starts"] += sum(tree["start"]) + int(reading["start"].sum())
        own["both"] += sum(int(mine) for theirs, mine in zip(tree["start"], reading["start"], strict=True) if theirs)
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--held", type=Path, required=True, help="held.jsonl of alone.py")
    parser.add_argument("networks", type=Path, nargs="+", help=".onnx or .pt")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    labels = read_labels(arguments.labels)
    trees = {key(tree): tree for tree in read_lines(arguments.held)}
    windows = [window for window in read_lines(arguments.data / "train.jsonl") if key(window) in trees]
    print("| network | task | heads agreed, % | words with an unsure head, % | sentence starts, F1 |\n| --- | --- | --- | --- | --- |")
    for path in arguments.networks:
        for task, own in agreement(reader_of(path, labels, 1), windows, trees).items():
            agreed, unsure, starts = own["agreed"] / own["labels"], own["unsure"] / own["words"], 2 * own["both"] / own["starts"]
            print(f"| {path} | {task} | {100 * agreed:.1f} | {100 * unsure:.1f} | {100 * starts:.1f} |", flush=True)


if __name__ == "__main__":
    main()
