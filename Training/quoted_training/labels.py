"""Gold labels of a window's words: where cues are, and for each cue its source and contents."""

from bisect import bisect_left, bisect_right

from .articles import Article
from .model import CARRIED, CUE_LABELS, PART_LABELS
from .windows import WORD, Window

UNKNOWN = -1
"""Of a word that nothing is asked of."""


class Gold:
    """An article's attributions, whatever its windows."""

    def __init__(self, article: Article):
        self.article = article
        spans = lambda role: [merged(getattr(a, role), article.text) for a in article.attributions]
        self.sources, self.cues, self.contents = spans("source"), spans("cue"), spans("content")
        self.single_cues = {
            a.cue[0][0] for a in article.attributions if len(a.cue) == 1 and article.text[slice(*a.cue[0])].isalpha()
        }
        """Where cues of one word begin."""

    def label(self, window: Window):
        """Sets the window's cues and, of each, the labels of its words."""
        place = Places(window, self.article.text)
        rows: dict[tuple[int, int], list[int]] = {}
        covered: set[int] = set()
        for source, cue, content in zip(self.sources, self.cues, self.contents):
            contents = place.runs(content)
            for first, last in contents:
                covered.update(range(first, last + 1))
            cues = place.runs(cue, marks=True)
            # Of a cue in parts ("was quoted by X as saying") the first stands for all.
            if cues and place.begins(cue[0], cues[0]):
                key = cues[0]
                sources = place.runs(source)[:1]
            elif cue and contents and place.is_before(cue[0]):
                key, sources = (CARRIED, CARRIED), []
            else:
                continue
            row = rows.setdefault(key, [0] * len(window.words))
            for run in sources:
                _put(row, run, "-source", PART_LABELS)
            for run in contents:
                _put(row, run, "-content", PART_LABELS)
        rows.setdefault((CARRIED, CARRIED), [0] * len(window.words))
        window.cue_labels = self._cue_labels(len(window.words), rows, covered)
        window.cues, window.parts = list(rows), list(rows.values())

    def _cue_labels(self, count: int, rows, covered: set[int]) -> list[int]:
        labels = [0] * count
        marked: set[int] = set()
        for first, last in rows:
            if first != CARRIED:
                _put(labels, (first, last), "", CUE_LABELS)
                marked.update(range(first, last + 1))
        if not self.article.nests:
            # Nobody looked for cues within contents.
            for i in covered - marked:
                labels[i] = UNKNOWN
        return labels


class Places:
    """Where spans of the text are among a window's words."""

    def __init__(self, window: Window, text: str):
        self.starts = [b for b, _ in window.spans]
        self.ends = [e for _, e in window.spans]
        self.breaks = set(window.breaks)
        self.text = text

    def runs(self, spans, marks: bool = False) -> list[tuple[int, int]]:
        """First and last word of each run within a unit. Marks at the edges are left out: the decoder puts quotation marks back,
        and people differ over them. With `marks`, a run of nothing else is one: a dash before a name."""
        found = []
        for begin, end in spans:
            i, stop = bisect_right(self.ends, begin), bisect_left(self.starts, end)
            while i < stop:
                j = i + 1
                while j < stop and j not in self.breaks:
                    j += 1
                words = [k for k in range(i, j) if WORD.search(self.text[self.starts[k] : self.ends[k]])]
                if not words and marks:
                    words = list(range(i, j))
                if words:
                    found.append((words[0], words[-1]))
                i = j
        return found

    def begins(self, span, run: tuple[int, int]) -> bool:
        """Whether a run is the beginning of a span, and not what a window before left of it."""
        return span[0] >= self.starts[0] or run[0] > 0

    def is_before(self, span) -> bool:
        return bool(self.starts) and span[0] < self.starts[0]


def _put(row: list[int], run: tuple[int, int], suffix: str, labels: list[str]):
    first, last = run
    if first == last:
        row[first] = labels.index("S" + suffix)
        return
    row[first], row[last] = labels.index("B" + suffix), labels.index("E" + suffix)
    for i in range(first + 1, last):
        row[i] = labels.index("I" + suffix)


def merged(spans, text):
    """Spans in order; those with only white space between them are one, unless a line ends there."""
    result = []
    for begin, end in sorted(spans):
        if result and not text[result[-1][1] : begin].strip() and "\n" not in text[result[-1][1] : begin]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((begin, end))
    return result
