"""Trees for texts that have none: news of the roles and names corpora, as two newswire parsers and the reader itself see it.

python silver.py --corpora CORPORA --data DATA --labels labels.json --reader reader.onnx --corenlp FOLDER --out OUT

Stanford CoreNLP's neural dependency parser, its shift-reduce constituency parser (turned into dependencies by CoreNLP) and the reader each read the
same words. Kept is what all three say, what one of the two and the reader say where such arcs are right often enough in treebank documents with gold
trees, and what both parsers say against a reader that is unsure. Every other word has no label.

CoreNLP 4.5.7 with its English models: Maven Central, edu.stanford.nlp:stanford-corenlp, also with the classifiers `models` and `models-english`; it
needs ejml, protobuf-java, jollyday and Java. Code and models are GPL v3 or later; only their output is used, and nothing of them is part of this
project.
"""

import argparse
import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from data import IGNORE, Window, read_labels
from evaluate import reader_of_onnx

CALIBRATION = {"gum-train": ("GUM_news",)}  # of EWT, CoreNLP's models have seen much
LONGEST = 100  # words of a sentence that are still parsed
WINDOWS = 100  # a file

# How CoreNLP is asked: words as they are, a sentence a line.
COMMON = ["-tokenize.whitespace", "-ssplit.eolonly", "-outputFormat", "conllu", "-threads", "1"]
PARSERS = {
    "dependency": ["-annotators", "tokenize,pos,depparse"],
    "constituency": [
        "-annotators", "tokenize,pos,parse", "-parse.model", "edu/stanford/nlp/models/srparser/englishSR.ser.gz",
    ],
}  # fmt: skip
# Characters that CoreNLP's models have hardly seen.
QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'"}
PLAIN = str.maketrans(QUOTES | {"—": "--", "–": "-", "…": "...", "\u00a0": "_", " ": "_"})
# CoreNLP's names of relations that EWT and GUM call something else now.
RENAMED = {
    "obl:npmod": "obl:unmarked", "obl:tmod": "obl:unmarked", "nmod:npmod": "nmod:unmarked", "nmod:tmod": "nmod:unmarked",
    "flat:foreign": "flat", "acl:cleft": "acl:relcl",
}  # fmt: skip


@dataclass
class Tree:
    """Of one sentence: for each word its head, counted from the sentence's first word (its own place for a root, -1 for unknown), and relation."""

    head: list[int]
    relation: list[str]
    sure: list[float] = field(default_factory=list)  # what the reader gives its head


# ---- texts -------------------------------------------------------------------


def with_words(windows: Iterable[Window], corpora: Path) -> Iterator[Window]:
    """The windows of PolNeAR, the newswire and the treebanks to calibrate with, each with its `words`. Those of syntax have `start`; for
    names the reader must say where sentences begin, as what the corpus sets apart is most often a paragraph."""
    texts = {(row := json.loads(line))["id"]: row["text"] for line in (corpora / "attribution/polnear-train.jsonl").open()}
    rows = {"names": newswire(corpora / "names/newswire-train.tsv"), "syntax": treebanks(corpora)}
    seen: Counter[tuple[str, str]] = Counter()
    for window in windows:
        task, name = window["task"], window["id"]
        if task == "roles":
            words = [texts[name][start:end] for start, end in window["offsets"]]
            yield {**window, "words": words}
        elif name in rows.get(task, {}):
            first = seen[task, name]
            seen[task, name] += len(window["first"])
            yield {**window, "words": rows[task][name][first : seen[task, name]]}


Words = dict[str, list[str]]  # by document


def newswire(path: Path) -> Words:
    documents: Words = {}
    for block in path.read_text().split("# doc = ")[1:]:
        name, _, rest = block.partition("\n")
        rows = [line.partition("\t") for line in rest.split("\n")]
        documents[name.strip()] = [word for word, _, tag in rows if word and tag]
    return documents


def treebanks(corpora: Path) -> Words:
    documents: Words = {}
    for bank in CALIBRATION:
        for line in (corpora / f"syntax/{bank}.conllu").open():
            if line.startswith("# newdoc id = "):
                words = documents.setdefault(line[14:].strip(), [])
            elif (cells := line.split("\t"))[0].isdigit():
                words.append(cells[1])
    return documents


def chosen(windows: Iterable[Window]) -> tuple[list[Window], list[Window]]:
    """→ those to calibrate with, those to parse: documents of roles and names in turns, so that any first part is a fair sample of both"""
    documents: defaultdict[str, defaultdict[str, list[Window]]] = defaultdict(lambda: defaultdict(list))
    genres = tuple(genre for genres in CALIBRATION.values() for genre in genres)
    for window in windows:
        if window["task"] != "syntax" or window["id"].startswith(genres):
            documents[window["task"]][window["id"]].append(window)
    order = sorted((place / len(own), name, own[name]) for own in (documents["roles"], documents["names"]) for place, name in enumerate(own))
    return [window for own in documents["syntax"].values() for window in own], [window for _, _, own in order for window in own]


# ---- the reader ----------------------------------------------------------------


def read(windows: list[Window], network: Path, relations: list[str]) -> Iterator[tuple[Window, list[Tree]]]:
    """Each window with `start`, the reader's own where the corpus says none, and a tree for each sentence."""
    bound = [{**window, "may": [2 if start else 0 for start in window["start"]]} if "start" in window else window for window in windows]
    own = reader_of_onnx(network, 1)
    for window, (_, reading) in zip(windows, own(bound), strict=True):
        start = [int(value) for value in reading["start"]]
        arcs = np.exp(reading["arcs"] - reading["arcs"].max(-1, keepdims=True))
        sure = arcs.max(-1) / arcs.sum(-1)
        names = [relations[column] for column in reading["relation"].argmax(-1)]
        trees = [
            Tree([int(head) - a for head in reading["head"][a:b]], names[a:b], [round(float(value), 3) for value in sure[a:b]])
            for a, b in sentences(start)
        ]
        yield {**window, "start": start}, trees


def sentences(start: list[int]) -> list[tuple[int, int]]:
    begins = [place for place, begin in enumerate(start) if begin or place == 0]
    return list(pairwise([*begins, len(start)]))


# ---- CoreNLP -------------------------------------------------------------------


def parse(names: list[str], out: Path, corenlp: Path) -> None:
    """text/NAME.txt → dependency/NAME.txt.conllu and constituency/NAME.txt.conllu"""
    wanted = out / "wanted.txt"
    for parser, options in PARSERS.items():
        wanted.write_text("".join(f"{out}/text/{name}.txt\n" for name in names))
        java = ["java", "-Xmx6g", "-XX:+UseSerialGC", "-cp", f"{corenlp}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP"]
        (out / parser).mkdir(exist_ok=True)
        subprocess.run([*java, *options, *COMMON, "-filelist", str(wanted), "-outputDirectory", str(out / parser)], check=True)


def parsed(path: Path) -> Iterator[Tree]:
    for block in path.read_text().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line]
        if rows:
            heads = [int(row[6]) if row[6].isdigit() else -1 for row in rows]  # `_` where the conversion found none
            yield Tree(
                [place if head == 0 else max(head - 1, -1) for place, head in enumerate(heads)],
                ["root" if head == 0 else RENAMED.get(row[7], row[7]) for head, row in zip(heads, rows, strict=True)],
            )


def names_like(tree: Tree, own: Tree) -> Tree:
    """The treebanks hang a person's name from its first word (`flat`), CoreNLP from its last (`compound`): where the reader sees the first and
    CoreNLP the second, CoreNLP's is turned round."""
    head, relation = list(tree.head), list(tree.relation)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for word, first in enumerate(own.head):
        if own.relation[word] == "flat" and first < word:
            parts[first].append(word)
    for first, rest in parts.items():
        *others, last = [first, *rest]
        if all(head[word] == last and relation[word] in ("compound", "flat", "nmod:desc") for word in others) and head[last] not in others:
            up, kind = head[last], relation[last]
            head = [first if to == last else to for to in head]
            head[first], relation[first] = first if up == last else up, kind
            for word in rest:
                head[word], relation[word] = first, "flat"
    return Tree(head, relation)


# ---- what can be believed --------------------------------------------------------

ATTACHING = ("nmod", "obl", "acl", "acl:relcl", "advcl", "xcomp")  # where "against the reader" is right most often
Kind = tuple[str, str, str, str]  # who agrees, the reader's probability of its head, which relation, whether the relation is agreed on as well


@dataclass(frozen=True)
class Vote:
    head: int  # in its sentence
    relation: str
    kind: Kind


@dataclass
class Count:
    words: int = 0
    heads: int = 0  # of them right
    both: int = 0  # head and relation right
    reader: int = 0  # the reader's own head right

    def share(self, right: int) -> float:
        return right / max(1, self.words)


def votes(dependency: Tree, constituency: Tree, own: Tree) -> list[Vote | None]:
    """What most of the three say of each word; nothing where all differ."""
    found: list[Vote | None] = []
    dependency, constituency = names_like(dependency, own), names_like(constituency, own)
    for a, b, c, sure, *kinds in zip(
        dependency.head, constituency.head, own.head, own.sure, dependency.relation, constituency.relation, own.relation, strict=True
    ):  # fmt: skip
        band = next(name for name, least in (("0.9", 0.9), ("0.7", 0.7), ("0.5", 0.5), ("0", 0)) if sure >= least)
        if a == b != c:
            named = "same relation" if kinds[0] == kinds[1] else "another"
            found.append(Vote(a, kinds[1], ("both parsers", band, group(kinds[1]), named)))
        elif c in (a, b):
            who = "all" if a == b else "dependency and reader" if a == c else "constituency and reader"
            agreeing = [kind for head, kind in ((a, kinds[0]), (b, kinds[1])) if head == c]
            found.append(Vote(c, kinds[2], (who, band, group(kinds[2]), "same relation" if kinds[2] in agreeing else "another")))
        else:
            found.append(None)
    return found


def group(relation: str) -> str:
    if relation == "punct":
        return relation
    return "attaching" if relation in ATTACHING else "other"


def voted(out: Path, name: str) -> Iterator[tuple[Window, list[tuple[int, Tree, list[Vote | None]]]]]:
    """Each window of a file that was parsed, and of each sentence its first word, the reader's tree and the votes."""
    dependency, constituency = (parsed(out / parser / f"{name}.txt.conllu") for parser in PARSERS)
    for line in (out / f"own/{name}.jsonl").open():
        window, trees = json.loads(line)
        own = [Tree(*tree) for tree in trees]
        spans = zip(sentences(window["start"]), own, strict=True)
        yield window, [(a, tree, votes(next(dependency), next(constituency), tree)) for (a, b), tree in spans if b - a <= LONGEST]


def calibrate(out: Path, files: list[str], relations: list[str]) -> dict[Kind, Count]:
    counts: defaultdict[Kind, Count] = defaultdict(Count)
    for name in files:
        for window, trees in voted(out, name):
            for first, own, found in trees:
                for place, vote in enumerate(found):
                    head, relation = window["head"][first + place], window["relation"][first + place]
                    if vote and head != IGNORE:
                        right = vote.head == head - first
                        count = counts[vote.kind]
                        count.words += 1
                        count.heads += right
                        count.both += right and relation != IGNORE and vote.relation == relations[relation]
                        count.reader += own.head[place] == head - first
    return counts


UNSURE = ("0", "0.5")  # what the reader gives its head at least, where it is overruled: below 0.7
UNCLEAR = ("xcomp", "compound", "root")  # of overruled arcs only the head is learned: CoreNLP and the treebanks draw other lines here


def believed(vote: Vote, counts: dict[Kind, Count], bound: float) -> tuple[bool, bool]:
    """→ whether to keep the head, whether the relation too"""
    who, band, _, named = vote.kind
    if who == "both parsers":
        head = band in UNSURE and vote.head >= 0 and vote.relation not in ("punct", "dep")
        return head, head and named == "same relation" and vote.relation not in UNCLEAR
    count = counts.get(vote.kind, Count())
    head = who == "all" or (count.words >= 20 and count.share(count.heads) >= bound)
    return head, head and named == "same relation"


def silver(out: Path, files: list[str], counts: dict[Kind, Count], bound: float, relations: list[str]) -> tuple[list[Window], Counter[Kind]]:
    """The windows with `head`, `relation` and `kept`: 1 the reader agrees, 2 it is overruled, 0 no label.
    → those, and how many arcs of each kind were seen"""
    columns = {relation: column for column, relation in enumerate(relations)}
    seen: Counter[Kind] = Counter()
    windows = []
    for name in files:
        for window, trees in voted(out, name):
            size = len(window["start"])
            head, relation, kept = [IGNORE] * size, [IGNORE] * size, [0] * size
            for first, _, found in trees:
                for word, vote in enumerate(found, first):
                    if not vote:
                        continue
                    seen[vote.kind] += 1
                    arc, named = believed(vote, counts, bound)
                    if arc:
                        head[word], kept[word] = first + vote.head, 2 if vote.kind[0] == "both parsers" else 1
                    if named:
                        relation[word] = columns.get(vote.relation, IGNORE)
            plain = {key: value for key, value in window.items() if key not in ("words", "offsets")}
            windows.append(plain | {"head": head, "relation": relation, "kept": kept})
    return windows, seen


# ---- the run ---------------------------------------------------------------------


def write_texts(windows: list[Window], prefix: str, out: Path, network: Path, relations: list[str]) -> list[str]:
    """The reader's trees in own/NAME.jsonl, the words for CoreNLP in text/NAME.txt. → the NAMEs"""
    names = []
    for number, start in enumerate(range(0, len(windows), WINDOWS)):
        name = f"{prefix}{number:03}"
        own = list(read(windows[start : start + WINDOWS], network, relations))
        rows = [json.dumps([window, [[tree.head, tree.relation, tree.sure] for tree in trees]]) for window, trees in own]
        spoken = [window["words"][a:b] for window, _ in own for a, b in sentences(window["start"]) if b - a <= LONGEST]
        (out / f"own/{name}.jsonl").write_text("\n".join(rows) + "\n")
        (out / f"text/{name}.txt").write_text("".join(" ".join(word.translate(PLAIN) for word in words) + "\n" for words in spoken))
        names.append(name)
    return names


def parser_of_reader(description: str) -> argparse.ArgumentParser:
    """What every script asks that reads the corpora's windows with an earlier reader."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="the folder that prepare.ts wrote")
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--reader", type=Path, required=True, help="an ONNX file of export.py")
    return parser


def main() -> None:
    parser = parser_of_reader(__doc__ or "")
    parser.add_argument("--corenlp", type=Path, required=True, help="folder of CoreNLP's jars, the models' and those it needs included")
    parser.add_argument("--out", type=Path, required=True, help="folder for silver.jsonl and all on the way there")
    parser.add_argument("--bound", type=float, default=0.95, help="how often arcs of a kind must be right in the treebanks")
    parser.add_argument("--windows", type=int, default=10**9, help="read no more than so many")
    arguments = parser.parse_args()
    out, relations = arguments.out, read_labels(arguments.labels).relation
    for folder in ("own", "text"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    with (arguments.data / "train.jsonl").open() as lines:
        gold, new = chosen(with_words(map(json.loads, lines), arguments.corpora))
    known = write_texts(gold, "gold", out, arguments.reader, relations)
    wanted = write_texts(new[: arguments.windows], "news", out, arguments.reader, relations)
    parse(known + wanted, out, arguments.corenlp)
    counts = calibrate(out, known, relations)
    windows, seen = silver(out, wanted, counts, arguments.bound, relations)
    (out / "silver.jsonl").write_text("".join(json.dumps(window) + "\n" for window in windows))
    print(report(counts, seen, sum(len(window["start"]) for window in windows)))


def report(counts: dict[Kind, Count], seen: Counter[Kind], words: int) -> str:
    shown = ("head right", "and relation", "reader's head right")
    columns = ("who agrees", "reader's probability", "relation", "its name", "gold words", *shown, "% of the news")
    rows = ["| " + " | ".join(columns) + " |", "| --- " * len(columns) + "|"]
    for kind, count in sorted(counts.items()):
        shares = [f"{100 * count.share(right):.1f}" for right in (count.heads, count.both, count.reader)]
        rows.append("| " + " | ".join([*kind, str(count.words), *shares, f"{100 * seen[kind] / max(1, words):.1f}"]) + " |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
