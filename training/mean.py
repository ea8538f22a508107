"""The mean of several checkpoints of one network, weight by weight.

python mean.py --out mean.pt average-1082.pt average-2209.pt …
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    arguments = parser.parse_args()
    networks = [torch.load(path, weights_only=True) for path in arguments.checkpoints]
    mean = {name: torch.stack([network[name] for network in networks]).mean(0) for name in networks[0]}
    torch.save(mean, arguments.out)


if __name__ == "__main__":
    main()
