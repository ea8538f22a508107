"""Keeps articles out of training: for a reader that has not seen what others have judged.

python hold_out.py --data DATA --articles ../gold/attributions-train.tsv --out HELD

Writes HELD/train.jsonl without the articles in the first column of the table and HELD/dev.jsonl with nothing but them; to be trained on like DATA. What learns from
the reader's findings (scripts/score/attribution-trust.ts) must see it on articles that it does not know by heart.
"""

import argparse
import json
import shutil
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    held = {row.split("\t")[0] for row in arguments.articles.read_text().splitlines()[1:]}
    lines = (arguments.data / "train.jsonl").read_text().splitlines(keepends=True)
    found = [json.loads(line)["id"] in held for line in lines]
    if not any(found):
        raise SystemExit(f"none of the {len(held)} articles of {arguments.articles} are in {arguments.data / 'train.jsonl'}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, wanted in (("train.jsonl", False), ("dev.jsonl", True)):
        (arguments.out / name).write_text("".join(line for line, out in zip(lines, found, strict=True) if out == wanted))
    shutil.copy(arguments.data / "labels.json", arguments.out)
    print(len(lines) - sum(found), "windows to train on,", sum(found), "held out")


if __name__ == "__main__":
    main()
