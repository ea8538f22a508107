"""Trains the reader for everything at once.

python train.py --data DATA --start start.pt --out OUT --pieces 12e6
"""

import argparse
import copy
import json
import os
import time
from collections import defaultdict
from pathlib import Path

import torch
from torch import Tensor, nn

from augment import Augment
from data import add_names, add_roles, add_silver, add_taught, cost, read_labels, read_windows, to_batch
from evaluate import measure, reader_of_checkpoint
from losses import losses, total
from network import LAYERS, Labels, Reader
from rounds import endless, pieces_in_round

# How often a round shows each task's windows. Names want more rounds than the rest; `same` shares its text with syntax.
SHARES = {"roles": 1.0, "names": 1.0, "syntax": 0.7, "same": 0.2}
WATCHED = ("source", "cue", "content", "Person", "Location", "Organization", "tag", "relation (LAS)", "start")
AVERAGE_OVER = 800  # steps, about, that the average of the weights looks back


def parameter_groups(network: Reader, rate: float, decay: float, heads: float) -> list[dict]:
    """Lower layers know language already and move less, by `decay` a layer; heads move more, by `heads`.
    Word pieces stay as they are: a fifth of them never occur here and as many fewer than five times, and those must still fit."""
    network.word_piece.weight.requires_grad_(False)
    scales: dict[nn.Parameter, float] = {}
    for name, parameter in network.named_parameters():
        first, second = name.split(".")[:2]
        if first == "layers":
            scales[parameter] = decay ** (LAYERS - 1 - int(second))
        elif first in ("position", "norm"):
            scales[parameter] = decay**LAYERS
        elif first == "case":
            scales[parameter] = 1.0
        elif first != "word_piece":
            scales[parameter] = heads
    groups = defaultdict(list)
    for parameter, scale in scales.items():
        groups[scale, parameter.dim() > 1].append(parameter)
    return [
        {"params": parameters, "lr": rate * scale, "peak": rate * scale, "weight_decay": 0.01 if matrix else 0.0}
        for (scale, matrix), parameters in groups.items()
    ]


class Average:
    """The weights averaged over the last steps: a quieter network than any one step's."""

    def __init__(self, network: Reader) -> None:
        self.network = copy.deepcopy(network)
        self.steps = 0

    @torch.no_grad()
    def take(self, network: Reader) -> None:
        self.steps += 1
        share = 1 / min(self.steps, AVERAGE_OVER)
        pairs = [
            (own, theirs)
            for own, theirs in zip(self.network.parameters(), network.parameters(), strict=True)
            if theirs.requires_grad
        ]
        torch._foreach_lerp_([own for own, _ in pairs], [theirs for _, theirs in pairs], share)


def rate_at(progress: float, warm: float) -> float:
    """progress 0 … 1, through the pieces or the minutes, whichever end sooner → the share of the peak rate: up at once, then down in a straight
    line to nothing."""
    return min(1.0, progress / warm) * (1 - progress)


def train(arguments: argparse.Namespace) -> None:
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    labels = read_labels(arguments.data / "labels.json")
    windows, dev = (read_windows(arguments.data / f"{split}.jsonl", labels) for split in ("train", "dev"))
    for name, add in (("soft.npz", add_taught), ("names.npz", add_names), ("silver.jsonl", add_silver)):
        if (arguments.data / name).exists():
            add(windows, arguments.data / name)
            print("with", name, flush=True)
    if (arguments.data / "roles.npz").exists():
        add_roles(windows, arguments.data / "roles.npz", labels.role, labels.name)
        print("with roles.npz", flush=True)
    network = Reader(labels)
    network.load_state_dict(torch.load(arguments.start, weights_only=True))
    optimizer = torch.optim.AdamW(
        parameter_groups(network, arguments.rate, arguments.decay, arguments.heads), betas=(0.9, 0.98), fused=True
    )
    average = Average(network)
    augment = Augment(windows, labels, arguments.seed)
    log = (arguments.out / "figures.jsonl").open("a")
    print("pieces in a round", pieces_in_round(windows, SHARES), "pieces in the run", int(arguments.pieces), flush=True)

    def evaluate(step: int, seen: int, name: str, own: Reader) -> None:
        torch.save(own.state_dict(), arguments.out / f"{name}.pt")
        if milestones and name == "average":
            torch.save(own.state_dict(), arguments.out / f"{name}-{step}.pt")  # kept, since the end need not be the best
        if arguments.unmeasured:
            return
        figures = measure(reader_of_checkpoint(own, half=True), dev, labels)
        print("dev", step, name, {figure: figures.get(figure) for figure in WATCHED}, flush=True)
        log.write(json.dumps({"step": step, "seen": seen, "weights": name, **figures}) + "\n")
        log.flush()

    network.train()
    seen, progress, began, running = 0, 0.0, time.time(), defaultdict(float)
    milestones = [(number + 1) / arguments.evaluations for number in range(arguments.evaluations)]
    for step, group in enumerate(endless(windows, arguments.size, SHARES, arguments.seed), 1):
        for parameters in optimizer.param_groups:
            parameters["lr"] = parameters["peak"] * rate_at(progress, arguments.warm)
        for head, mean in learn(network, optimizer, [augment(window) for window in group], labels).items():
            running[head] = mean if head not in running else 0.99 * running[head] + 0.01 * mean
        average.take(network)
        seen += cost(group)
        minutes = (time.time() - began) / 60
        progress = min(1.0, max(seen / arguments.pieces, minutes / arguments.minutes))
        if step % 50 == 0:
            rounded = {head: round(mean, 3) for head, mean in running.items()}
            print(step, f"{progress:.3f}", f"{seen / minutes / 60:.0f} pieces/s", rounded, flush=True)
        if progress >= milestones[0]:
            milestones.pop(0)
            evaluate(step, seen, "average", average.network)
        if not milestones:
            return evaluate(step, seen, "last", network)


def learn(network: Reader, optimizer: torch.optim.Optimizer, group: list[dict], labels: Labels) -> dict[str, float]:
    """One step. → the mean loss of each head that had something to learn"""
    batch = to_batch(group)
    with torch.autocast("cpu", torch.bfloat16):
        found = losses(network, batch, labels)
    loss: Tensor = total(found, int(batch.real.sum()))
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return {head: own.item() / count for head, (own, count) in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that prepare.ts wrote")
    parser.add_argument("--start", type=Path, required=True, help="weights to begin from, of warm_start.py")
    parser.add_argument("--out", type=Path, required=True, help="folder for last.pt, average.pt and figures.jsonl")
    parser.add_argument("--pieces", type=float, required=True, help="word pieces to train on, filling included")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="end after so long at the latest")
    parser.add_argument("--size", type=int, default=768, help="most pieces in a step")
    parser.add_argument("--rate", type=float, default=1e-4, help="of the upmost layer, at its peak")
    parser.add_argument("--decay", type=float, default=0.9, help="rate of a layer over that of the layer above")
    parser.add_argument("--heads", type=float, default=3.0, help="rate of the heads over that of the upmost layer")
    parser.add_argument("--warm", type=float, default=0.02, help="share of the run in which the rate climbs")
    parser.add_argument("--evaluations", type=int, default=4)
    parser.add_argument("--unmeasured", action="store_true", help="only write the weights")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    train(arguments)


if __name__ == "__main__":
    main()
