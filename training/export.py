"""A checkpoint becomes models/reader.onnx: traced, then made int8.

python export.py --checkpoint best.pt --labels labels.json --data DATA --out ../models/reader.onnx [--float reader.float.onnx]

Weights are int8 per channel with `reduce_range` (7 of the 8 bits), because processors without VNNI add pairs of
products in 16 bits and would saturate. What is multiplied by them is quantised at run time, window by window, its
largest channels made smaller before (`smooth.py`, which looks at a dozen windows of DATA/train.jsonl). The
table of word pieces is only looked up, never multiplied: all 8 bits, and a step of its own for each row.
"""

import argparse
import copy
import random
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from data import read_labels, read_windows
from network import ATTENTION_HEADS, WIDTH, Attention, Reader
from smooth import INPUTS, smoothed

OUTPUTS = ("tag", "name", "role", "start", "arcs", "head", "relation", "of", "same")
BY_PIECE, BY_WORD = {1: "pieces"}, {1: "words"}
BY_TWO_WORDS = {1: "words", 2: "words"}
LIMIT = 30_000_000


class FusedAttention(torch.autograd.Function):
    """`network.Attention` as one operator of onnxruntime, which moves less about: one to four per cent of the time."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return Attention()(torch.cat([query, key, value], -1), None)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        attended = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=ATTENTION_HEADS)
        attended.setType(query.type())
        return attended


class Fused(nn.Module):
    def forward(self, query_key_value: Tensor, mask: None) -> Tensor:
        """query_key_value [B, T, 3 D] → [B, T, D]"""
        return FusedAttention.apply(*query_key_value.split(WIDTH, -1))


class ByteTable(nn.Module):
    """An embedding kept as bytes."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        step = table.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("step", step)
        self.register_buffer("bytes", (table.weight.detach() / step).round().to(torch.int8))

    def forward(self, rows: Tensor) -> Tensor:
        """rows [B, T] → [B, T, D]"""
        return self.bytes[rows].float() * self.step[rows]


def export_float(network: Reader, path: Path) -> None:
    """Writes the network for one window of any length; all but the table of word pieces in floats."""
    network = copy.deepcopy(network).eval()
    network.word_piece = ByteTable(network.word_piece)
    for layer in network.layers:
        layer.attention = Fused()
    pieces, words = 200, 150
    piece, word = torch.ones(1, pieces, dtype=torch.long), torch.ones(1, words, dtype=torch.long)
    axes = {name: BY_PIECE for name in INPUTS[:3]} | {name: BY_WORD for name in (*INPUTS[3:], *OUTPUTS)}
    axes |= {name: BY_TWO_WORDS for name in ("arcs", "of", "same")}
    torch.onnx.export(
        network,
        (piece, piece, piece, word, word),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


def export_int8(source: Path, path: Path) -> None:
    """Writes the int8 network that the float one becomes."""
    quantize_dynamic(
        source,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    size = path.stat().st_size
    assert size <= LIMIT, f"{path} has {size} bytes, more than {LIMIT}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", type=Path, help="keep the float network here")
    arguments = parser.parse_args()
    labels = read_labels(arguments.labels)
    network = Reader(labels)
    network.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    looked_at = random.Random(5).sample(read_windows(arguments.data / "train.jsonl", labels), 12)
    with tempfile.TemporaryDirectory() as folder:
        floats = arguments.float or Path(folder) / "reader.onnx"
        export_float(smoothed(network, looked_at), floats)
        export_int8(floats, arguments.out)
    print(arguments.out, arguments.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
