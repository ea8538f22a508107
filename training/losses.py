"""What each head is told when it is wrong."""

import torch
import torch.nn.functional as F
from torch import Tensor

from chain import surprise
from data import IGNORE, Batch
from network import NEVER, Labels, Reader, backwards, within_sentences

# What a word's mistake counts, by head; "chain" is that of a whole chain of labels. Every head's sum is divided by the same number, the words of the
# batch, so a batch without any label of a head adds nothing (a mean over no labels would be 0/0, and ruin the weights).
WEIGHTS = {
    "role": 1.0, "role chain": 3.0, "of": 1.0, "name": 1.0, "name chain": 1.5,
    "tag": 1.0, "start": 1.0, "head": 1.0, "relation": 1.0, "same": 0.5, "name taught": 1.5, "role taught": 1.0, "role guessed": 1.2,
}  # fmt: skip


# What a label counts that no person gave (`teach.py`, `silver.py`, `alone.py`), beside the 1 of a gold one.
TAUGHT = 0.4
TREES = ("syntax", "same")  # tasks whose trees, tags and sentences are gold


def mistakes(scores: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
    """scores [B, W, N], labels [B, W], weights [B] → the sum of the cross entropies of the words that have a label"""
    own = F.cross_entropy(scores.flatten(0, 1).float(), labels.flatten(), ignore_index=IGNORE, reduction="none")
    return (own.view(labels.shape).sum(1) * weights).sum()


def losses(network: Reader, batch: Batch, labels: Labels) -> dict[str, tuple[Tensor, int]]:
    """By head, the sum over the words that have a label, and how many they are; heads without one are left out."""
    words = network.words(batch.ids, batch.case, batch.quoted, batch.first, batch.mask)
    found: dict[str, tuple[Tensor, int]] = {}

    def add(head: str, scores: Tensor, labels: Tensor, weights: Tensor) -> None:
        if count := int((labels != IGNORE).sum()):
            found[head] = mistakes(scores, labels, weights), count

    syntax, names, roles, same, pointers, guessed = (rows_with(batch, head) for head in ("head", "name", "role", "same", "of", "guess"))
    gold_trees = weights_of(batch, *TREES)
    add("tag", network.tag(words), batch.labels["tag"], gold_trees)
    add("start", network.start(words), batch.labels["start"], gold_trees)
    for head, rows in (("name", names), ("role", roles)):
        if len(rows):
            scores, gold = getattr(network, head)(words[rows]).float(), batch.labels[head][rows]
            add(head, scores, gold, torch.ones(len(rows)))
            chain = surprise(scores, gold, batch.new[rows], getattr(labels, head))
            found[f"{head} chain"] = chain, found[head][1]
        taught, likely = batch.soft[head]
        if len(taught):
            own = -(likely * getattr(network, head)(words[taught]).float().log_softmax(-1)).sum()
            found[f"{head} taught"] = own, int(batch.real[taught].sum())
    if len(guessed):
        scores, chain = network.role(words[guessed]).float(), batch.labels["guess"][guessed]
        found["role guessed"] = surprise(scores, chain, batch.new[guessed], labels.role), int((chain != IGNORE).sum())
    if len(syntax):
        own, head, start = words[syntax], batch.labels["head"][syntax], batch.labels["start"][syntax]
        add("head", within_sentences(network.arcs(own).float(), alone_beyond_end(start)), head, gold_trees[syntax])
        add("relation", network.relation(own, head.clamp(min=0)), batch.labels["relation"][syntax], gold_trees[syntax])
    if len(pointers):
        scores = inside(network.of(words[pointers]).float(), batch.real[pointers])
        add("of", scores, batch.labels["of"][pointers], weights_of(batch, "roles")[pointers])
    if len(same):
        add("same", backwards(network.same(words[same]).float()), earlier(batch.labels["same"][same]), gold_trees[same])
    return found


def total(found: dict[str, tuple[Tensor, int]], words: int) -> Tensor:
    return torch.stack([WEIGHTS[head] * loss for head, (loss, _) in found.items()]).sum() / words


def rows_with(batch: Batch, label: str) -> Tensor:
    """The windows that have such labels."""
    return torch.tensor([row for row, window in enumerate(batch.windows) if label in window], dtype=torch.long)


def weights_of(batch: Batch, *gold: str) -> Tensor:
    """[B]: 1 for windows of the tasks `gold`, TAUGHT for others."""
    return torch.tensor([1.0 if window["task"] in gold else TAUGHT for window in batch.windows])


def alone_beyond_end(start: Tensor) -> Tensor:
    """start [B, W] → the same with 1 for IGNORE: no head is looked for beyond a window's end."""
    return torch.where(start == IGNORE, 1, start)


def inside(scores: Tensor, real: Tensor) -> Tensor:
    """scores [B, W, W], real [B, W] → the scores, with NEVER for what lies beyond a window's end"""
    return scores.masked_fill(~real[:, None, :], NEVER)


def earlier(labels: Tensor) -> Tensor:
    """labels [B, W] → the same, IGNORE where one points to a later word: mentions within mentions now and then do."""
    own = torch.arange(labels.shape[1])
    return torch.where(labels > own, IGNORE, labels)
