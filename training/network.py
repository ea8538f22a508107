"""The reader: one small encoder, many heads.

Shapes in the docstrings: B windows, T word pieces, W words, D = 384 wide.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

VOCABULARY, POSITIONS, WIDTH, LAYERS, ATTENTION_HEADS, INNER = 30522, 512, 384, 6, 12, 1536
CASES, QUOTED = 7, 3
NEVER = -1e4  # a score that no softmax takes up, and that a float of any width can hold


@dataclass(frozen=True)
class Labels:
    """The labels of each head, in the order of its outputs (models/labels.json)."""

    tag: list[str]
    relation: list[str]
    name: list[str]
    role: list[str]
    case: list[str]


class Dropout(nn.Module):
    """Sets one value in ten to nothing while training. Chance is drawn once and read from a random place on, which
    saves a twelfth of the time of a step."""

    def __init__(self) -> None:
        super().__init__()
        chance = torch.full((2**23,), 0.9, dtype=torch.bfloat16).bernoulli() / 0.9
        self.register_buffer("chance", chance, persistent=False)

    def forward(self, values: Tensor) -> Tensor:
        if not self.training:
            return values
        start = int(torch.randint(len(self.chance) - values.numel(), ()))
        return values * self.chance[start : start + values.numel()].view(values.shape)


class Attention(nn.Module):
    """Each piece looks at every other, in twelve ways. Written out, because the backward pass of PyTorch's own is slow on a CPU."""

    def forward(self, query_key_value: Tensor, mask: Tensor | None) -> Tensor:
        """query_key_value [B, T, 3 D], mask [B, 1, 1, T] (true where there is a piece; None: everywhere) → [B, T, D]"""
        windows, length, _ = query_key_value.shape
        by_head = query_key_value.view(windows, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = by_head.permute(2, 0, 3, 1, 4).unbind(0)
        scores = (query / (WIDTH / ATTENTION_HEADS) ** 0.5) @ key.transpose(-1, -2)
        if mask is not None:
            scores = scores + (~mask).to(scores.dtype) * NEVER
        attended = scores.softmax(-1).to(value.dtype) @ value
        return attended.transpose(1, 2).reshape(windows, length, WIDTH)


class Layer(nn.Module):
    """One layer of the encoder, as BERT has it: attention, then two linear maps, each added to its input."""

    def __init__(self, dropout: Dropout) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention = Attention()
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = dropout

    def forward(self, pieces: Tensor, mask: Tensor | None) -> Tensor:
        """pieces [B, T, D], mask [B, 1, 1, T] (true where there is a piece; None: everywhere) → [B, T, D]"""
        attended = self.attended(self.attention(self.query_key_value(pieces), mask))
        pieces = self.attended_norm(pieces + self.dropout(attended))
        return self.outer_norm(pieces + self.dropout(self.outer(F.gelu(self.inner(pieces)))))


class Pointer(nn.Module):
    """Scores every word of a window as what a word points to."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.pointing = nn.Linear(WIDTH, width)
        self.pointed = nn.Linear(WIDTH, width)
        self.between = nn.Parameter(nn.init.xavier_uniform_(torch.empty(width + 1, width)))

    def forward(self, words: Tensor) -> Tensor:
        """words [B, W, D] → scores [B, W, W]: row = the word that points, column = what it points to"""
        pointing, pointed = F.gelu(self.pointing(words)), F.gelu(self.pointed(words))
        return with_one(pointing) @ self.between @ pointed.transpose(1, 2) / 8


class Relation(nn.Module):
    """Names the relation of a word to its head."""

    def __init__(self, relations: int, width: int = 96) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, width)
        self.head = nn.Linear(WIDTH, width)
        self.between = nn.Parameter(torch.empty(relations, width + 1, width + 1).normal_(std=0.01))

    def forward(self, words: Tensor, head: Tensor) -> Tensor:
        """words [B, W, D], head [B, W] (places of words) → [B, W, relations]"""
        dependent, heads = F.gelu(self.dependent(words)), F.gelu(self.head(words))
        dependent, heads = with_one(dependent), with_one(picked(heads, head))
        relations, width, _ = self.between.shape
        halfway = dependent @ self.between.transpose(0, 1).reshape(width, relations * width)
        return (halfway.unflatten(-1, (relations, width)) @ heads[..., None]).squeeze(-1)


class Reader(nn.Module):
    """Word pieces in, one reading a word out."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.word_piece = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.quoted = nn.Embedding(QUOTED, WIDTH)
        nn.init.normal_(self.case.weight, std=0.02)
        nn.init.zeros_(self.quoted.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer(self.dropout) for _ in range(LAYERS))
        self.tag = nn.Linear(WIDTH, len(labels.tag))
        self.name = nn.Linear(WIDTH, len(labels.name))
        self.role = nn.Linear(WIDTH, len(labels.role))
        self.start = nn.Linear(WIDTH, 2)
        self.arcs = Pointer(256)
        self.relation = Relation(len(labels.relation))
        self.of = Pointer(128)
        self.same = Pointer(128)

    def words(self, ids: Tensor, case: Tensor, quoted: Tensor, first: Tensor, mask: Tensor | None) -> Tensor:
        """ids, case, quoted [B, T], first [B, W], mask [B, T] or None → [B, W, D]: a word is its first piece."""
        pieces = self.word_piece(ids) + self.position.weight[: ids.shape[1]] + self.case(case) + self.quoted(quoted)
        pieces = self.dropout(self.norm(pieces))
        for layer in self.layers:
            pieces = layer(pieces, None if mask is None else mask[:, None, None, :])
        return self.dropout(picked(pieces, first))

    def forward(
        self, ids: Tensor, case: Tensor, quoted: Tensor, first: Tensor, may: Tensor, mask: Tensor | None = None
    ) -> dict[str, Tensor]:
        """What the product asks of the network, with the names and order of the ONNX file's outputs.

        may [B, W]: 0 no sentence can start here, 1 the network decides, 2 one must. For the rest see `words`.
        """
        words = self.words(ids, case, quoted, first, mask)
        start = starts(self.start(words), may)
        arcs = within_sentences(self.arcs(words), start)
        head = arcs.argmax(-1)
        return {
            "tag": F.log_softmax(self.tag(words).float(), -1),
            "name": F.log_softmax(self.name(words).float(), -1),
            "role": F.log_softmax(self.role(words).float(), -1),
            "start": start,
            "arcs": arcs,
            "head": head,
            "relation": F.log_softmax(self.relation(words, head).float(), -1),
            "of": self.of(words),
            "same": backwards(self.same(words)),
        }


def picked(values: Tensor, places: Tensor) -> Tensor:
    """values [B, N, D], places [B, W] → [B, W, D]"""
    if values.shape[0] == 1:
        return values[:, places[0]]
    return values.gather(1, places[..., None].expand(-1, -1, values.shape[-1]))


def with_one(values: Tensor) -> Tensor:
    """[…, N] → […, N + 1]: a one at the end gives the bilinear form its linear part."""
    return torch.cat([values, torch.ones_like(values[..., :1])], -1)


def starts(scores: Tensor, may: Tensor) -> Tensor:
    """scores [B, W, 2], may [B, W] → [B, W] of 0 and 1; a window's first word always starts a sentence."""
    wanted = (scores[..., 1] > scores[..., 0]).long()
    decided = torch.where(may == 1, wanted, (may == 2).long())
    return torch.cat([torch.ones_like(decided[:, :1]), decided[:, 1:]], 1)


def within_sentences(scores: Tensor, start: Tensor) -> Tensor:
    """scores [B, W, W], start [B, W] → the scores, with NEVER where two words stand in different sentences."""
    sentence = start.cumsum(1)
    return scores.masked_fill(sentence[:, :, None] != sentence[:, None, :], NEVER)


def backwards(scores: Tensor) -> Tensor:
    """scores [B, W, W] → the scores, with NEVER where a word would point to a later one."""
    place = torch.ones_like(scores[0, 0], dtype=torch.long).cumsum(0)
    return scores.masked_fill(place[None, None, :] > place[None, :, None], NEVER)
