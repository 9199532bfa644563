"""The encoders: the product's own, and a larger one whose opinions it learns from."""

import torch
from torch import nn
from torch.nn import functional as F

from .quantization import Linear8, fake_words


class Layer(nn.Module):
    """A layer of BERT. With `bias`, of MPNet: what is added to the scores of attention."""

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
        """x [B,T,H]; mask [B,1,1,T], true of pieces, or what is added to scores, [B,heads,T,T]."""
        batch, length, size = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask if mask.dtype == torch.bool else mask.to(q.dtype))
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, size))
        x = self.attention_norm(x + F.dropout(mixed, self.dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm(x + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces and their features → hidden states. All kinds cut words alike: by BERT's uncased vocabulary."""

    def __init__(self, config: dict):
        super().__init__()
        size, eps = config["hidden_size"], config["layer_norm_eps"]
        self.dropout = config["dropout"]
        self.words = nn.Embedding(config["vocab_size"], size)
        self.positions = nn.Embedding(config["max_position_embeddings"], size)
        self.features = nn.ModuleList(nn.Embedding(len(f["values"]), size) for f in config["features"])
        self.norm = nn.LayerNorm(size, eps=eps)
        self.layers = nn.ModuleList(
            Layer(size, config["num_attention_heads"], config["intermediate_size"], self.dropout, eps)
            for _ in range(config["num_hidden_layers"])
        )
        for table in self.features:
            nn.init.zeros_(table.weight)

    def embedded(self, pieces, features):
        x = fake_words(self.words, pieces) + self.positions.weight[: pieces.shape[1]]
        for n, table in enumerate(self.features):
            x = x + table(features[..., n])
        return F.dropout(self.norm(x), self.dropout, self.training)

    def forward(self, pieces, features, mask):
        """[B,T] pieces, [B,T,F] features, [B,T] mask → [B,T,H]."""
        x = self.embedded(pieces, features)
        attend = mask[:, None, None]
        for layer in self.layers:
            x = layer(x, attend)
        return x


class MPNet(Encoder):
    """As `Encoder`, with a bias of attention by the distance of two pieces, the same in all layers."""

    BUCKETS, FARTHEST = 32, 128
    SPECIAL = {101: 0, 102: 2, 103: 30526, 0: 1}
    """BERT's [CLS], [SEP], [MASK] and [PAD]; all other pieces stand four places later."""

    def __init__(self, config: dict):
        super().__init__(config)
        self.distance = nn.Embedding(self.BUCKETS, config["num_attention_heads"])
        renamed = torch.arange(30522) + 4
        for bert, own in self.SPECIAL.items():
            renamed[bert] = own
        self.register_buffer("renamed", renamed, persistent=False)

    def forward(self, pieces, features, mask):
        x = self.embedded(self.renamed[pieces], features)
        bias = self.distance(self.buckets(pieces.shape[1])).permute(2, 0, 1)[None]
        attend = bias.masked_fill(~mask[:, None, None], -1e4)
        for layer in self.layers:
            x = layer(x, attend)
        return x

    @classmethod
    def buckets(cls, length: int) -> torch.Tensor:
        """[T,T]: half of the buckets each way; the near ones by the piece, the far ones by the logarithm of the distance."""
        distance = torch.arange(length)[None] - torch.arange(length)[:, None]
        half, exact = cls.BUCKETS // 2, cls.BUCKETS // 4
        away = distance.abs()
        ratio = torch.log(away.clamp(min=1) / exact) / torch.log(torch.tensor(cls.FARTHEST / exact))
        far = (exact + (ratio * (half - exact)).long()).clamp(max=half - 1)
        return (distance > 0).long() * half + torch.where(away < exact, away, far)


KINDS = {"bert": Encoder, "mpnet": MPNet}
