"""What training makes smaller."""

import torch
from torch.nn import functional as F

from . import soft
from .batches import Batch
from .labels import UNKNOWN
from .model import Model

WEIGHTS = {"cues": 6.0, "parts": 1.0, "entities": 0.4, "antecedents": 0.3}
DOUBTED = 0.5
"""Words that the model takes for a cue's beginning with this probability, and that are none, are asked for parts: they have none."""


def losses(model: Model, batch: Batch, bf16: bool, wanted: soft.Targets | None = None) -> dict[str, torch.Tensor]:
    """Each already weighed. `wanted`: what the teachers make of the batch."""
    cls, words = model.words(batch, bf16)
    cues = model.cues(words)
    asked, labels = with_doubted(batch, cues.detach())
    marked = len(batch.cues)
    if wanted:
        # The teachers' own cues stand behind the marked ones, before those that the model doubts.
        unmarked = torch.full((len(wanted.others), labels.shape[1]), UNKNOWN)
        asked = torch.cat([asked[:marked], wanted.others, asked[marked:]])
        labels = torch.cat([labels[:marked], unmarked, labels[marked:]])
    logits = model.parts(words, cls, asked)
    found = {
        "cues": chosen(cues, batch.cue_labels),
        "parts": parts(logits, labels),
        "entities": chosen(model.entities(words), batch.entity_labels),
        "antecedents": pointed(model.pointers[0](words, cls, batch.word_mask), batch.antecedent_links),
    }
    result = {name: WEIGHTS[name] * loss for name, loss in found.items()}
    return result | soft.losses(wanted, cues, logits[: len(wanted.known)]) if wanted else result


def chosen(logits, labels):
    """Mean cross-entropy over the words that are asked for."""
    if not (labels >= 0).any():
        return logits.sum() * 0
    return F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN)


def parts(logits, labels):
    """Cross-entropy over all words of all cues, by the number of words that are part of anything."""
    if not (labels >= 0).any():
        return logits.sum() * 0
    total = F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN, reduction="sum")
    return total / (labels > 0).sum().clamp(min=1)


def with_doubted(batch: Batch, cues):
    """The marked cues and what is marked of them, with the words that the model wrongly takes for cues, which have no parts."""
    begins = F.softmax(cues, -1)[..., [1, 4]].sum(-1).masked_fill(batch.cue_labels != 0, 0)
    window, word = (begins > DOUBTED).nonzero(as_tuple=True)
    # Not more of them than of the marked ones: before it has learnt anything, it may take each word for a cue.
    most = begins[window, word].argsort(descending=True)[: len(batch.cues)]
    window, word = window[most], word[most]
    wrong = torch.stack([window, word, word], 1)
    nothing = torch.where(batch.word_mask, 0, UNKNOWN)[window]
    return torch.cat([batch.cues, wrong]), torch.cat([batch.parts, nothing])


def pointed(log_probabilities, links):
    asked = links >= 0
    if not asked.any():
        return log_probabilities.sum() * 0
    return -log_probabilities[asked].gather(1, links[asked][:, None]).mean()
