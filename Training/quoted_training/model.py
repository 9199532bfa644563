"""The model: an encoder over word pieces and features; heads that find cues, and for each cue its source and contents; heads for
names and for who is meant again.

Attributions may stand within each other's contents and share words, so that sources and contents are asked for anew of each cue.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

from .encoders import KINDS

CUE_LABELS = ["O", "B", "I", "E", "S"]
PARTS = ("source", "content")
PART_LABELS = ["O"] + [f"{place}-{part}" for part in PARTS for place in "BIES"]
POINTERS = ("antecedent",)
ENTITIES = ("person", "organization", "place", "other")
ENTITY_LABELS = ["O"] + [f"{part}-{kind}" for kind in ENTITIES for part in "BI"]
BUCKETS = 8
WIDTH = 128
IMPOSSIBLE = -1e4
CARRIED = -1
"""In the place of a cue's words: the attribution that a window before began, of which [CLS] stands for the cue."""


class Pointer(nn.Module):
    """From each word to one of the window's words, or to none, by dot products and distance."""

    def __init__(self, size: int, width: int):
        super().__init__()
        self.query = nn.Linear(size, width)
        self.key = nn.Linear(size, width)
        self.none = nn.Parameter(torch.zeros(1))
        self.distance = nn.Parameter(torch.zeros(2 * BUCKETS + 1))

    def forward(self, words, cls, mask):
        """words [B,W,H], cls [B,H], mask [B,W] → log probabilities [B,W,1+W], none first."""
        q = self.query(words) / math.sqrt(self.query.out_features)
        scores = q @ self.key(words).transpose(1, 2) + self.distance[buckets(words.shape[1])]
        scores = scores.masked_fill(~mask[:, None], IMPOSSIBLE)
        none = self.none + (q * self.key(cls)[:, None]).sum(-1, keepdim=True)
        return F.log_softmax(torch.cat([none, scores], -1).float(), -1)


class Parts(nn.Module):
    """For each cue and each word of its window: what of the source and contents the word is.

    A hidden layer over the sum of what the word says, what the cue says, their product, and where the word stands from the cue.
    """

    def __init__(self, size: int, width: int):
        super().__init__()
        self.word = nn.Linear(size, width)
        self.cue = nn.Linear(size, width, bias=False)
        self.word_factor = nn.Linear(size, width, bias=False)
        self.cue_factor = nn.Linear(size, width, bias=False)
        # The last is that of a cue in a window before.
        self.distance = nn.Embedding(2 * BUCKETS + 2, width)
        self.emit = nn.Linear(width, len(PART_LABELS))
        nn.init.zeros_(self.distance.weight)
        _expect_nothing(self.emit, 4.0)

    def forward(self, words, cls, cues):
        """words [B,W,H], cls [B,H], cues [K,3] (window, first and last word; `CARRIED` twice for [CLS]) → logits [K,W,9]."""
        window, first, last = cues.unbind(1)
        carried = first == CARRIED
        sums = F.pad(words.cumsum(1), (0, 0, 1, 0))
        mean = (sums[window, last + 1] - sums[window, first.clamp(min=0)]) / (last - first + 1)[:, None]
        of_cue = torch.where(carried[:, None], cls[window], mean)
        places = torch.where(carried[:, None], 2 * BUCKETS + 1, buckets(words.shape[1])[first.clamp(min=0)])
        at = self.word(words)[window] + self.cue(of_cue)[:, None] + self.distance(places)
        at = at + self.word_factor(words)[window] * self.cue_factor(of_cue)[:, None]
        return self.emit(F.relu(at))


def _expect_nothing(emit: nn.Linear, bias: float):
    """Most words are of no label, which need not be learnt first."""
    with torch.no_grad():
        emit.bias[0] = bias


def buckets(words: int) -> torch.Tensor:
    """[W,W]: the bucket of the distance from each word (row) to each (column): sign and floor of log2."""
    d = torch.arange(words)[None] - torch.arange(words)[:, None]
    log = torch.floor(torch.log2(d.abs().clamp(min=1).double())).long().clamp(max=BUCKETS - 1)
    return BUCKETS + torch.sign(d) * (1 + log)


def allowed(labels: list[str]) -> torch.Tensor:
    """[L,L]: whether a label (column) can follow another (row); those in the middle of a run need the rest of it."""
    table = torch.zeros(len(labels), len(labels), dtype=torch.bool)
    for i, first in enumerate(labels):
        for j, second in enumerate(labels):
            if first[0] in "BI":
                table[i, j] = second[0] in "IE" and first[2:] == second[2:]
            else:
                table[i, j] = second[0] in "OBS"
    return table


class Model(nn.Module):
    def __init__(self, config: dict):
        super().__init__()
        self.config = config
        size = config["hidden_size"]
        self.encoder = KINDS[config["encoder"]](config)
        self.cues = nn.Linear(size, len(CUE_LABELS))
        _expect_nothing(self.cues, 3.0)
        self.parts = Parts(size, WIDTH)
        self.pointers = nn.ModuleList(Pointer(size, WIDTH) for _ in POINTERS)
        self.entities = nn.Linear(size, len(ENTITY_LABELS))

    def words(self, batch, bf16: bool = False):
        """Hidden states of [CLS], [B,H], and of the words, [B,W,H]."""
        with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
            hidden = self.encoder(batch.pieces, batch.features, batch.mask)
        hidden = hidden.float()
        at = hidden.gather(1, batch.words[..., None].expand(-1, -1, hidden.shape[-1]))
        return hidden[:, 0], F.dropout(at, self.config["dropout"], self.training)
