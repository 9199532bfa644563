"""Writes a trained model as the product reads it: `python -m quoted_training.export CHECKPOINT FOLDER`.

`config.json`, `vocab.txt` and `model.safetensors`, named as Hugging Face names them where it has names. Matrices are whole
numbers with a scale for each row (see `quantization`); all else is 32-bit floats.
"""

import argparse
import json
import pathlib
import shutil

import torch
from safetensors.torch import save_file

from . import decoder
from .model import BUCKETS, CUE_LABELS, ENTITY_LABELS, PART_LABELS, POINTERS, WIDTH, Model
from .pretrained import load, pretrained_folder
from .quantization import LIMIT, WORD_LIMIT, rounded
from .windows import READ

FORMAT = 2


def tensors(model: Model) -> dict[str, torch.Tensor]:
    result = {}

    def plain(name, tensor):
        result[name] = tensor.detach().float().contiguous().clone()

    def both(name, module):
        plain(name + ".weight", module.weight)
        plain(name + ".bias", module.bias)

    def matrix(name, weight, limit, bias=None):
        whole, scale = rounded(weight, limit)
        result[name + ".weight"] = whole.to(torch.int8).contiguous()
        plain(name + ".scale", scale)
        if bias is not None:
            plain(name + ".bias", bias)

    encoder = model.encoder
    whole, scale = rounded(encoder.words.weight, WORD_LIMIT)
    result["embeddings.word_embeddings.weight"] = whole.to(torch.int8).contiguous()
    plain("embeddings.word_embeddings.scale", scale)
    plain("embeddings.position_embeddings.weight", encoder.positions.weight)
    for feature, table in zip(model.config["features"], encoder.features):
        plain(f"embeddings.features.{feature['name']}.weight", table.weight)
    both("embeddings.LayerNorm", encoder.norm)
    for n, layer in enumerate(encoder.layers):
        base = f"encoder.layer.{n}"
        matrix(f"{base}.attention.self.qkv", layer.qkv.weight, LIMIT, layer.qkv.bias)
        matrix(f"{base}.attention.output.dense", layer.out.weight, LIMIT, layer.out.bias)
        both(f"{base}.attention.output.LayerNorm", layer.attention_norm)
        matrix(f"{base}.intermediate.dense", layer.up.weight, LIMIT, layer.up.bias)
        matrix(f"{base}.output.dense", layer.down.weight, LIMIT, layer.down.bias)
        both(f"{base}.output.LayerNorm", layer.norm)
    both("cues", model.cues)
    both("parts.word", model.parts.word)
    for name in ("cue", "word_factor", "cue_factor", "distance"):
        plain(f"parts.{name}.weight", getattr(model.parts, name).weight)
    both("parts.emit", model.parts.emit)
    both("classifiers.entities", model.entities)
    for name, pointer in zip(POINTERS, model.pointers):
        both(f"pointers.{name}.query", pointer.query)
        both(f"pointers.{name}.key", pointer.key)
        plain(f"pointers.{name}.none", pointer.none)
        plain(f"pointers.{name}.distance", pointer.distance)
    return result


def config(model: Model, name: str, version: str, options: dict) -> dict:
    c = model.config
    return {
        "model_type": "quoted-attribution",
        "format": FORMAT,
        "name": name,
        "version": version,
        "language": "en",
        **{key: c[key] for key in ("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads",
                                   "intermediate_size", "max_position_embeddings", "layer_norm_eps")},
        "hidden_act": "gelu",
        "do_lower_case": True,
        "window": READ,
        "features": c["features"],
        "cue_labels": CUE_LABELS,
        "part_labels": PART_LABELS,
        "part_size": WIDTH,
        "classifiers": [{"name": "entities", "labels": ENTITY_LABELS}],
        "pointers": [{"name": name} for name in POINTERS],
        "pointer_size": WIDTH,
        "distance_buckets": BUCKETS,
        "decoder": options,
    }  # fmt: skip


def write(model: Model, folder: pathlib.Path, name: str, version: str, options: dict):
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(config(model, name, version, options), indent=1, ensure_ascii=False)
    (folder / "config.json").write_text(text + "\n", encoding="utf-8")
    shutil.copyfile(pretrained_folder() / "vocab.txt", folder / "vocab.txt")
    save_file(tensors(model), folder / "model.safetensors", metadata={"format": "pt"})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--name", default="en-news")
    parser.add_argument("--version", default="3")
    parser.add_argument("--decoder", type=pathlib.Path, help="the decoder's options, as JSON")
    options = parser.parse_args()
    chosen = decoder.DEFAULTS | (json.loads(options.decoder.read_text()) if options.decoder else {})
    write(load(options.checkpoint), options.folder, options.name, options.version, chosen)


if __name__ == "__main__":
    main()
