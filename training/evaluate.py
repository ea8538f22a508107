"""Measures a network, PyTorch's or ONNX's, on the dev windows.

python evaluate.py --data DATA --labels labels.json reader.onnx last.pt …
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from data import Window, read_labels, read_windows, sorted_groups, to_batch
from export import INPUTS, OUTPUTS
from figures import Figures, Reading, asked
from network import Labels, Reader

Read = Callable[[list[Window]], Iterator[tuple[Window, Reading]]]


def reader_of_checkpoint(network: Reader, half: bool) -> Read:
    """half: in bfloat16, which is faster and costs next to nothing."""

    @torch.no_grad()
    def read(windows: list[Window]) -> Iterator[tuple[Window, Reading]]:
        network.eval()
        for group in sorted_groups(windows, 4096):
            batch = to_batch(group)
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                outputs = {name: value.float().numpy() for name, value in network(**batch.inputs()).items()}
            for row, window in enumerate(group):
                words = len(window["first"])
                reading = {name: value[row, :words] for name, value in outputs.items()}
                yield window, reading | {name: reading[name][:, :words] for name in ("arcs", "of", "same")}
        network.train()

    return read


def reader_of_onnx(path: Path, threads: int) -> Read:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def read(windows: list[Window]) -> Iterator[tuple[Window, Reading]]:
        for window in windows:
            feed = {name: np.array([window[name]], dtype=np.int64) for name in INPUTS}
            outputs = session.run(OUTPUTS, feed)
            yield window, {name: value[0] for name, value in zip(OUTPUTS, outputs, strict=True)}

    return read


def reader_of(path: Path, labels: Labels, threads: int) -> Read:
    if path.suffix == ".onnx":
        return reader_of_onnx(path, threads)
    network = Reader(labels)
    network.load_state_dict(torch.load(path, weights_only=True))
    return reader_of_checkpoint(network, half=False)


def measure(read: Read, windows: list[Window], labels: Labels) -> dict[str, float]:
    figures = Figures(labels)
    syntax = [window for window in windows if window["task"] == "syntax"]
    others = [window for window in windows if window["task"] != "syntax"]
    for window, reading in read([asked(window) for window in syntax] + others):
        figures.add(window, reading)
    for window, reading in read(syntax):
        figures.add_start(window, reading)
    return figures.table()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("networks", type=Path, nargs="+", help=".onnx or .pt")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    labels = read_labels(arguments.labels)
    windows = read_windows(arguments.data / "dev.jsonl", labels)
    columns = {}
    for path in arguments.networks:
        columns[str(path)] = measure(reader_of(path, labels, arguments.threads), windows, labels)
    print("| figure |", " | ".join(columns), "|")
    print("| --- |", " | ".join("---" for _ in columns), "|")
    for name in next(iter(columns.values())):
        print(f"| {name} |", " | ".join(str(column.get(name, "–")) for column in columns.values()), "|")


if __name__ == "__main__":
    main()
