"""Chains of BIO labels: which may follow which, and how likely a whole chain is among all that may be."""

import torch
from torch import Tensor

from data import IGNORE
from network import NEVER


def follows(labels: list[str]) -> Tensor:
    """[N, N]: 0 where the label of the column may follow that of the row, NEVER where not: I-x only after B-x or I-x."""
    rows = [
        [NEVER if column.startswith("I-") and row not in (f"B-{column[2:]}", column) else 0.0 for column in labels]
        for row in labels
    ]
    return torch.tensor(rows)


def begins(labels: list[str]) -> Tensor:
    """[N]: 0 where a paragraph may begin with a label, NEVER where not."""
    return torch.tensor([NEVER if label.startswith("I-") else 0.0 for label in labels])


def surprise(scores: Tensor, gold: Tensor, new: Tensor, labels: list[str]) -> Tensor:
    """How unlikely the gold chains are among all allowed ones, in nats, summed over the windows.

    scores [B, W, N]; gold [B, W], IGNORE beyond a window's end; new [B, W], true where a paragraph begins.
    A word's own cross entropy asks each of the thirty words of a content by itself; this asks for its two ends.
    """
    known = gold != IGNORE
    outside = torch.full_like(scores[:1, :1], NEVER)
    outside[..., 0] = 0.0  # beyond the end the label is O, and sure to be
    scores = torch.where(known[..., None], scores, outside)
    gold_score = scores.gather(2, gold.clamp(min=0)[..., None]).sum()
    steps = torch.where(new[..., None, None], begins(labels), follows(labels))  # [B, W, N, N]
    so_far = scores[:, 0] + begins(labels)
    for word in range(1, scores.shape[1]):
        so_far = (so_far[:, :, None] + steps[:, word]).logsumexp(1) + scores[:, word]
    return so_far.logsumexp(1).sum() - gold_score
