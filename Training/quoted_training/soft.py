"""What several models, trained with other seeds, make of each word together: softer targets than one person's annotation.

The probabilities of the teachers are averaged and kept for all texts before training begins; words are known again by the code
point where they begin, whatever window they come to stand in.
"""

from dataclasses import dataclass

import numpy as np
import torch

from .batches import Batch

TARGETS = 4
"""The likeliest targets of a link that are kept."""
NONE, ABSENT = -1, -2
LEAST = 0.1
"""Links are learnt of words that are this likely part of what they go from."""
ROLES_OF_LINKS = ("content", "cue")


@dataclass
class Opinion:
    """Of one text: words by where they begin, [N]; tags [N, L], probabilities; for each pointer targets and shares, [N, 4]."""

    begins: np.ndarray
    tags: np.ndarray
    targets: list[np.ndarray]
    shares: list[np.ndarray]


def opinion(scored: list[list[tuple]]) -> Opinion:
    """`scored`: for each teacher the windows of a text, all packed alike, with the logarithms of tags' and links' probabilities."""
    begins, tags, targets, shares = [], [], ([], []), ([], [])
    for teachers in zip(*scored):
        window = teachers[0][0]
        own = slice(window.context, None)
        starts = np.array([b for b, _ in window.spans], np.int32)
        begins.append(starts[own])
        tags.append((sum(np.exp(s.tags) for _, s in teachers) / len(teachers))[own].astype(np.float16))
        for n, name in enumerate(ROLES_OF_LINKS):
            links = sum(np.exp(getattr(s, name)) for _, s in teachers) / len(teachers)
            kept = np.argsort(-links[own], 1)[:, :TARGETS]
            place = np.where(kept == 0, NONE, starts[np.maximum(kept - 1, 0)])
            share = np.take_along_axis(links[own], kept, 1).astype(np.float16)
            short = TARGETS - kept.shape[1]
            targets[n].append(np.pad(place, ((0, 0), (0, short)), constant_values=ABSENT))
            shares[n].append(np.pad(share, ((0, 0), (0, short))))
    together = lambda parts: np.concatenate(parts) if parts else np.zeros((0,))
    order = np.argsort(together(begins), kind="stable")
    return Opinion(
        together(begins)[order], together(tags)[order], [together(t)[order] for t in targets], [together(s)[order] for s in shares]
    )


def losses(opinions: list[Opinion | None], batch: Batch, tags, links, roles: dict[str, list[int]]):
    """Cross-entropies of the student's tags and links with the teachers'.

    `opinions`: of each window's text. `tags` [B,W,L] and `links`, two of [B,W,1+W]: the student's log probabilities.
    `roles`: the labels of contents and of cues.
    """
    wanted = torch.zeros(tags.shape)
    target = [torch.zeros(links[0].shape) for _ in links]
    for n, (window, said) in enumerate(zip(batch.windows, opinions)):
        if said is None or not window.words:
            continue
        starts = np.array([b for b, _ in window.spans])
        at = np.minimum(np.searchsorted(said.begins, starts), len(said.begins) - 1)
        found = said.begins[at] == starts
        wanted[n, : len(starts)] = torch.from_numpy(np.where(found[:, None], said.tags[at], 0).astype(np.float32))
        place = {b: i + 1 for i, b in enumerate(starts.tolist())} | {NONE: 0}
        for k, role in enumerate(ROLES_OF_LINKS):
            likely = found & (said.tags[at][:, roles[role]].sum(1) > LEAST)
            for i in np.nonzero(likely)[0]:
                for to, share in zip(said.targets[k][at[i]].tolist(), said.shares[k][at[i]].tolist()):
                    if to in place:
                        target[k][n, i, place[to]] = share
    asked = wanted.sum(-1).clamp(max=1)
    tag_loss = -(wanted * tags.clamp(min=-30)).sum() / asked.sum().clamp(min=1)
    link_losses = [-(t * l.clamp(min=-30)).sum() / t.sum().clamp(min=1) for t, l in zip(target, links)]
    return tag_loss, link_losses
