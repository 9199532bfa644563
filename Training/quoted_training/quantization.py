"""Weights as inference has them: 7 bits by row for the matrix products, 8 bits for word embeddings.

7 bits, since pairs of products of 8-bit activations with them cannot overflow 16 bits on processors that add pairs there.
While `active`, the forward pass rounds weights and activations as inference does, and gradients pass straight through.
"""

import torch
from torch import nn
from torch.nn import functional as F

LIMIT = 63
WORD_LIMIT = 127
active = False


def rounded(weight: torch.Tensor, limit: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Whole numbers in -limit…limit and the scale of each row."""
    scale = weight.detach().abs().amax(1).clamp(min=1e-8) / limit
    return torch.clamp(torch.round(weight.detach() / scale[:, None]), -limit, limit), scale


def straight(x: torch.Tensor, limit: int) -> torch.Tensor:
    """Rounded by row to whole steps, with the gradient of x."""
    with torch.no_grad():
        scale = x.abs().amax(-1, keepdim=True).clamp(min=1e-8) / limit
        error = torch.round(x / scale).clamp_(-limit, limit) * scale - x
    return x + error


class Linear8(nn.Linear):
    def forward(self, x):
        if not active:
            return super().forward(x)
        return F.linear(straight(x, 127), straight(self.weight, LIMIT), self.bias)


def fake_words(words: nn.Embedding, pieces: torch.Tensor) -> torch.Tensor:
    found = words(pieces)
    return straight(found, WORD_LIMIT) if active else found
