"""python -m unittest, in this folder."""

import random
import unittest

import numpy as np

from data import IGNORE, Window
from one_name import Text, agreed
from rounds import NARROWEST, WIDEST, cut, documents_of, joined


def window(first_piece: int, paragraphs: list[int]) -> Window:
    """One piece a word; all words of a paragraph depend on its first, and each role points to the window's last word."""
    ids, first, paragraph, head = [101], [], [], []
    for words in paragraphs:
        head += [len(first)] * words
        for place in range(words):
            paragraph.append(int(place == 0))
            first.append(len(ids))
            ids.append(first_piece + len(first))
        ids.append(102)
    return {
        "task": "roles", "id": "one", "ids": ids, "case": [4, *([1] * (len(ids) - 1))], "quoted": [0] * len(ids), "first": first,
        "may": [1] * len(first), "paragraph": paragraph, "role": list(range(len(first))), "of": [len(first) - 1] * len(first),
        "start": paragraph, "head": head, "relation": [3] * len(first), "soft": {"name": np.array(first, dtype=np.float16)[:, None]},
    }  # fmt: skip


def plain(windows: list[Window]) -> list[Window]:
    return [own | {"soft": {head: values.tolist() for head, values in own["soft"].items()}} for own in windows]


class Rounds(unittest.TestCase):
    def setUp(self) -> None:
        self.windows = [window(1000, [100, 60, 50]), window(2000, [200]), window(3000, [252]), window(4000, [90, 3])]

    def test_the_same_budget_gives_the_same_windows(self) -> None:
        self.assertEqual(plain(cut(joined(self.windows), WIDEST)), plain(self.windows))

    def test_other_budgets_give_other_company_to_the_same_words(self) -> None:
        chance, document = random.Random(1), joined(self.windows)
        for _ in range(50):
            anew = cut(document, chance.randint(NARROWEST, WIDEST))
            self.assertEqual([piece for own in anew for piece in own["ids"][1:]], document["ids"])
            for own in anew:
                words = [own["ids"][place] for place in own["first"]]
                self.assertLessEqual(len(own["ids"]), WIDEST)
                self.assertEqual([words[head] for head, new in zip(own["head"], own["paragraph"], strict=True) if new], words_beginning(own))
                for word, to in enumerate(own["of"]):  # the last word of the window that both once stood in, or nothing
                    self.assertTrue(to == IGNORE or words[to] // 1000 == words[word] // 1000)

    def test_what_some_windows_lack_is_not_learned_there(self) -> None:
        del self.windows[1]["head"]
        _, second, *_ = cut(joined(self.windows), WIDEST)
        self.assertEqual(set(second["head"]), {IGNORE})

    def test_documents_stay_apart(self) -> None:
        self.assertEqual(len(documents_of([*self.windows, {**window(1, [5]), "id": "another"}])), 2)


def words_beginning(own: Window) -> list[int]:
    return [own["ids"][place] for place, new in zip(own["first"], own["paragraph"], strict=True) if new]


class OneName(unittest.TestCase):
    labels = ["O", "B-Person", "I-Person", "B-Organization", "I-Organization"]

    def read(self, *pairs: tuple[str, str]) -> Text:
        return Text([word for word, _ in pairs], np.array([np.eye(5)[self.labels.index(label)] for _, label in pairs], dtype=np.float16))

    def agreed(self, texts: list[Text]) -> list[list[str]]:
        return [[self.labels[label] for label in likely.argmax(1)] for likely in agreed(texts, self.labels)]

    def test_most_places_decide(self) -> None:
        seen = [self.read(("Ada", "B-Person"), ("Brill", "I-Person"), ("spoke", "O"))] * 3
        missed = self.read(("said", "O"), ("Ada", "O"), ("Brill", "B-Organization"))
        self.assertEqual(self.agreed([*seen, missed])[-1], ["O", "B-Person", "I-Person"])

    def test_a_name_within_another_stays(self) -> None:
        seen = [self.read(("Brill", "B-Person"), ("spoke", "O"))] * 4
        other = self.read(("the", "O"), ("Brill", "B-Organization"), ("Foundation", "I-Organization"))
        self.assertEqual(self.agreed([*seen, other])[-1], ["O", "B-Organization", "I-Organization"])

    def test_a_word_of_two_kinds_stays_as_it_was_read(self) -> None:
        texts = [self.read(("Brill", kind), ("won", "O")) for kind in ("B-Person", "B-Person", "B-Organization", "O")]
        self.assertEqual([own[0] for own in self.agreed(texts)], ["B-Person", "B-Person", "B-Organization", "O"])


if __name__ == "__main__":
    unittest.main()
