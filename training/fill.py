"""Names that a corpus does not say, as an earlier reader sees them.

python fill.py --data DATA --checkpoint earlier.pt

Rewrites DATA/train.jsonl. GUM marks persons, places and organizations but no dates, sums or peoples: for its words with
the label -100 (not known) or -101 (no person, place or organization) the likeliest chain is taken that holds all known labels.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from data import read_labels
from decode import FORBIDDEN, allowed, best_path
from network import Reader

UNKNOWN, OTHER = -100, -101
INPUTS = ("ids", "case", "quoted", "first", "may")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    labels = read_labels(arguments.data / "labels.json")
    network = Reader(labels).eval()
    network.load_state_dict(torch.load(arguments.checkpoint, weights_only=True))
    follows = allowed(labels.name)
    other = [place for place, label in enumerate(labels.name) if label[2:] in ("Person", "Location", "Organization")]
    path = arguments.data / "train.jsonl"
    filled, changed, lines = 0, 0, path.read_text().splitlines()
    with path.open("w") as out:
        for line in lines:
            window = json.loads(line)
            if window["task"] == "names" and min(window["name"]) < 0:
                with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                    scores = network(**{name: torch.tensor([window[name]]) for name in INPUTS})["name"][0].float().numpy()
                known = np.array(window["name"])
                for word, label in enumerate(known):
                    if label >= 0:
                        scores[word, np.arange(scores.shape[1]) != label] += FORBIDDEN / 1e3
                    elif label == OTHER:
                        scores[word, other] += FORBIDDEN / 1e3
                window["name"] = best_path(scores, follows)
                filled += int((known < 0).sum())
                changed += int((np.array(window["name"])[known < 0] != 0).sum())
                line = json.dumps(window)
            out.write(line + "\n")
    print(filled, "words filled,", changed, "of them with a name")


if __name__ == "__main__":
    main()
