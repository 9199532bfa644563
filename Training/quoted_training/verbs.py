"""Reporting verbs that the annotated articles have few of, put in the place of those that they have many of.

Half of all cues in news are forms of "say". The rulebook knows hundreds of verbs, with the constructions that each takes: a
verb may stand for another in the same inflection where it takes those constructions of the other that carry most contents.
"""

import random

from .articles import Article
from .windows import Unit


CARRYING = frozenset({"that", "quote", "person", "to-infinitive", "person-to-infinitive", "person-of"})


class Verbs:
    def __init__(self, reports: list[dict], tokenizer):
        self.reports = [(r["lemma"], frozenset(r["frames"]), r["forms"]) for r in reports]
        self.by_form: dict[str, list[int]] = {}
        for n, (_, _, forms) in enumerate(self.reports):
            for form in {form for listed in forms.values() for form in listed}:
                self.by_form.setdefault(form, []).append(n)
        self.tokenizer = tokenizer
        self.known: dict[str, list[str]] = {}
        self.cut: dict[str, list[int]] = {}

    def others(self, form: str) -> list[str]:
        """Forms that may stand for this one."""
        if form not in self.known:
            found = set()
            for n in self.by_form.get(form, []):
                _, frames, forms = self.reports[n]
                inflections = [name for name, listed in forms.items() if form in listed]
                needed = frames & CARRYING
                if needed <= {"quote"}:
                    needed = frames
                for lemma, others, listed in self.reports:
                    if others >= needed:
                        # "said" is a past and a participle: what stands for it must be both.
                        common = set.intersection(*(set(listed.get(name, [])) for name in inflections))
                        found |= common
            self.known[form] = sorted(found - {form})
        return self.known[form]

    def pieces(self, form: str) -> list[int]:
        if form not in self.cut:
            self.cut[form] = self.tokenizer.encode(form, add_special_tokens=False).ids
        return self.cut[form]

    def replaced(self, unit: Unit, article: Article, cues: set[int], share: float, rng: random.Random) -> Unit:
        """The unit with some of the cues that are one word each changed; `cues` are the code points where they begin."""
        places = [i for i, start in enumerate(unit.starts) if unit.initial[i] and start in cues and rng.random() < share]
        if not places:
            return unit
        changed = Unit([], [], [], [], [], unit.paragraph)
        i = 0
        for place in [*places, len(unit.pieces)]:
            end = place
            _extend(changed, unit, i, end)
            if place == len(unit.pieces):
                break
            i = place + 1
            while i < len(unit.pieces) and not unit.initial[i]:
                i += 1
            form = article.text[unit.starts[place] : unit.ends[i - 1]].lower()
            others = self.others(form)
            if not others:
                _extend(changed, unit, place, i)
                continue
            new = self.pieces(rng.choice(others))
            changed.pieces += new
            changed.starts += [unit.starts[place]] * len(new)
            changed.ends += [unit.ends[i - 1]] * len(new)
            changed.features += [unit.features[place]] * len(new)
            changed.initial += [True] + [False] * (len(new) - 1)
        return changed


def _extend(changed: Unit, unit: Unit, begin: int, end: int):
    for name in ("pieces", "starts", "ends", "features", "initial"):
        getattr(changed, name).extend(getattr(unit, name)[begin:end])
