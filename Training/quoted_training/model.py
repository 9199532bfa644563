"""The model: BERT's encoder over word pieces and features, a chain of tags over words, pointers between words."""

import math

import torch
from torch import nn
from torch.nn import functional as F

from .quantization import Linear8, fake_words

ROLES = ("source", "cue", "content")
LABELS = ["O"] + [f"{part}-{role}" for role in ROLES for part in "BIES"]
POINTERS = ("content-cue", "cue-source", "antecedent")
ENTITIES = ("person", "organization", "place", "other")
ENTITY_LABELS = ["O"] + [f"{part}-{kind}" for kind in ENTITIES for part in "BI"]
BUCKETS = 8
IMPOSSIBLE = -1e4


class Layer(nn.Module):
    def __init__(self, size: int, heads: int, inner: int, dropout: float, eps: float):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = Linear8(size, 3 * size)
        self.out = Linear8(size, size)
        self.attention_norm = nn.LayerNorm(size, eps=eps)
        self.up = Linear8(size, inner)
        self.down = Linear8(inner, size)
        self.norm = nn.LayerNorm(size, eps=eps)

    def forward(self, x, mask):
        batch, length, size = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, size))
        x = self.attention_norm(x + F.dropout(mixed, self.dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm(x + F.dropout(inner, self.dropout, self.training))


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


def buckets(words: int) -> torch.Tensor:
    """[W,W]: the bucket of the distance from each word (row) to each (column): sign and floor of log2."""
    d = torch.arange(words)[None] - torch.arange(words)[:, None]
    log = torch.floor(torch.log2(d.abs().clamp(min=1).double())).long().clamp(max=BUCKETS - 1)
    return BUCKETS + torch.sign(d) * (1 + log)


class Chain(nn.Module):
    """A conditional random field over the words' tags; a unit begins and ends as if O stood around it."""

    def __init__(self, size: int):
        super().__init__()
        self.emit = nn.Linear(size, len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.register_buffer("forbidden", torch.where(allowed(), 0.0, IMPOSSIBLE), persistent=False)

    def loss(self, logits, labels, mask, starts):
        """Negative log-likelihood over words. logits [B,W,L]; labels, mask [B,W]; starts [B,W]: a unit begins."""
        scores = self.transitions + self.forbidden
        return -(self._of(logits, labels, mask, starts, scores) - self._all(logits, mask, starts, scores)).sum()

    def _of(self, logits, labels, mask, starts, scores):
        emitted = logits.gather(2, labels[..., None])[..., 0]
        before = torch.where(starts, 0, F.pad(labels, (1, 0))[:, :-1])
        enter = scores[before, labels]
        # Where a unit begins the one before it ended: to O.
        leave = torch.where(starts, scores[F.pad(labels, (1, 0))[:, :-1], 0], torch.zeros(()))
        last = (mask.sum(1) - 1).clamp(min=0)
        end = scores[labels.gather(1, last[:, None])[:, 0], 0]
        return ((emitted + enter + leave) * mask).sum(1) + end

    def _all(self, logits, mask, starts, scores):
        return torch.logsumexp(self._forward(logits, mask, starts, scores)[-1] + scores[:, 0], 1)

    def _forward(self, logits, mask, starts, scores):
        """Of each word and label the sum over all ways there; padding keeps what the last word had."""
        none = torch.arange(logits.shape[2]) == 0
        alpha = torch.where(none, 0.0, IMPOSSIBLE).expand(logits.shape[0], -1)
        sums = []
        for t in range(logits.shape[1]):
            ended = torch.logsumexp(alpha + scores[:, 0], 1)
            new = torch.full_like(alpha, IMPOSSIBLE * 3)
            new = torch.cat([ended[:, None], new[:, 1:]], 1)
            alpha_t = torch.where(starts[:, t, None], new, alpha)
            moved = torch.logsumexp(alpha_t[:, :, None] + scores[None], 1) + logits[:, t]
            alpha = torch.where(mask[:, t, None], moved, alpha)
            sums.append(alpha)
        return sums

    def marginals(self, logits, mask, starts):
        """The logarithm of each label's probability, [B,W,L], given all words of the unit."""
        scores = self.transitions + self.forbidden
        forward = torch.stack(self._forward(logits, mask, starts, scores), 1)
        end = scores[:, 0].expand(logits.shape[0], -1)
        beta, sums = end, []
        for t in range(logits.shape[1] - 1, -1, -1):
            sums.append(beta)
            ahead = logits[:, t] + beta
            from_any = torch.logsumexp(scores[None] + ahead[:, None], 2)
            anew = end + torch.logsumexp(scores[0] + ahead, 1, keepdim=True)
            moved = torch.where(starts[:, t, None], anew, from_any)
            beta = torch.where(mask[:, t, None], moved, beta)
        return F.log_softmax(forward + torch.stack(sums[::-1], 1), 2)


def allowed() -> torch.Tensor:
    """[L,L]: whether a tag (column) can follow another (row)."""
    table = torch.zeros(len(LABELS), len(LABELS), dtype=torch.bool)
    for i, first in enumerate(LABELS):
        for j, second in enumerate(LABELS):
            if first[0] in "BI":
                table[i, j] = second[0] in "IE" and first[2:] == second[2:]
            else:
                table[i, j] = second[0] in "OBS"
    return table


class Model(nn.Module):
    def __init__(self, config: dict):
        super().__init__()
        self.config = config
        size, eps = config["hidden_size"], config["layer_norm_eps"]
        self.dropout = config.get("dropout", 0.1)
        self.words = nn.Embedding(config["vocab_size"], size)
        self.positions = nn.Embedding(config["max_position_embeddings"], size)
        self.features = nn.ModuleList(nn.Embedding(len(f["values"]), size) for f in config["features"])
        self.norm = nn.LayerNorm(size, eps=eps)
        self.layers = nn.ModuleList(
            Layer(size, config["num_attention_heads"], config["intermediate_size"], self.dropout, eps)
            for _ in range(config["num_hidden_layers"])
        )
        self.chain = Chain(size)
        self.pointers = nn.ModuleList(Pointer(size, config["pointer_size"]) for _ in POINTERS)
        self.entities = nn.Linear(size, len(ENTITY_LABELS))
        for table in self.features:
            nn.init.zeros_(table.weight)

    def encode(self, pieces, features, mask):
        """[B,T] pieces, [B,T,F] features, [B,T] mask → hidden states [B,T,H]."""
        x = fake_words(self.words, pieces) + self.positions.weight[: pieces.shape[1]]
        for n, table in enumerate(self.features):
            x = x + table(features[..., n])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        attend = mask[:, None, None]
        for layer in self.layers:
            x = layer(x, attend)
        return x

    def scores(self, hidden, words, word_mask):
        """Hidden states and word places [B,W] → tag logits [B,W,L], a table of log probabilities for each pointer, entity logits."""
        hidden = hidden.float()
        at = hidden.gather(1, words[..., None].expand(-1, -1, hidden.shape[-1]))
        dropped = F.dropout(at, self.dropout, self.training)
        links = [p(dropped, hidden[:, 0], word_mask) for p in self.pointers]
        return self.chain.emit(dropped), links, self.entities(dropped)
