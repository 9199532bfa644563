"""Gold labels and links of a window's words."""

from bisect import bisect_left, bisect_right

from .articles import Article
from .model import LABELS
from .windows import WORD, Window

INDEX = {label: i for i, label in enumerate(LABELS)}
NOTHING = -1
"""A word that no link is asked of."""


class Gold:
    """An article's attributions as runs of words, whatever its windows."""

    def __init__(self, article: Article):
        self.runs = []
        for number, a in enumerate(article.attributions):
            for role in ("content", "source", "cue"):
                for span in merged(getattr(a, role), article.text):
                    self.runs.append((role, span, number))
        # Source and cue take what content also claims.
        self.runs.sort(key=lambda run: run[0] != "content")
        self.article = article
        self.single_cues = {
            a.cue[0][0] for a in article.attributions if len(a.cue) == 1 and article.text[slice(*a.cue[0])].isalpha()
        }
        """Where cues of one word begin."""

    def label(self, window: Window):
        starts = [b for b, _ in window.spans]
        ends = [e for _, e in window.spans]
        taken = [None] * len(starts)
        for n, (role, (begin, end), number) in enumerate(self.runs):
            first, last = bisect_right(ends, begin), bisect_left(starts, end)
            for i in range(first, last):
                if role == "content" or taken[i] is None or self.runs[taken[i]][0] == "content":
                    taken[i] = n
        window.labels = self._labels(window, taken)
        self._link(window, taken)

    def _labels(self, window: Window, taken) -> list[int]:
        labels = [0] * len(taken)
        text = self.article.text
        breaks = set(window.breaks)
        i = 0
        while i < len(taken):
            if taken[i] is None:
                i += 1
                continue
            j = i + 1
            while j < len(taken) and taken[j] == taken[i] and j not in breaks:
                j += 1
            # Marks at the edges are put back by the decoder: people differ over them.
            # A cue may be nothing else: a dash before a name.
            inside = [k for k in range(i, j) if WORD.search(text[slice(*window.spans[k])])]
            role = self.runs[taken[i]][0]
            if role == "cue":
                inside = inside or list(range(i, j))
            if inside:
                b, e = inside[0], inside[-1]
                if b == e:
                    labels[b] = INDEX[f"S-{role}"]
                else:
                    labels[b], labels[e] = INDEX[f"B-{role}"], INDEX[f"E-{role}"]
                    for k in range(b + 1, e):
                        labels[k] = INDEX[f"I-{role}"]
            i = j
        return labels

    def _link(self, window: Window, taken):
        first = {}
        for i, n in enumerate(taken):
            if n is not None and window.labels[i]:
                role, span, number = self.runs[n]
                first.setdefault((role, number), i)
        sources = [a.source[0] if a.source else None for a in self.article.attributions]
        window.content_links = [NOTHING] * len(taken)
        window.cue_links = [NOTHING] * len(taken)
        starts = [b for b, _ in window.spans]
        ends = [e for _, e in window.spans]
        for i, n in enumerate(taken):
            if n is None or not window.labels[i]:
                continue
            role, _, number = self.runs[n]
            # 0 is none; a word is its place plus one.
            if role == "content":
                window.content_links[i] = first.get(("cue", number), -1) + 1
            elif role == "cue":
                window.cue_links[i] = self._source(sources[number], starts, ends)

    @staticmethod
    def _source(span, starts, ends) -> int:
        """Several attributions may share a source: it is found by its place."""
        if span is None:
            return 0
        i = bisect_right(ends, span[0])
        return i + 1 if i < len(starts) and starts[i] < span[1] else 0


def merged(spans, text):
    """Spans in order; those with only white space between them are one, unless a line ends there."""
    result = []
    for begin, end in sorted(spans):
        if result and not text[result[-1][1] : begin].strip() and "\n" not in text[result[-1][1] : begin]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((begin, end))
    return result
