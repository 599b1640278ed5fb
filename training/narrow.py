"""Narrows the feed-forward layers of a trained network, which are two thirds of its work. `python narrow.py --help`.

In each layer the features stay that move the result most on training text: mean size of the activation times the length
of the weights that it goes through. Training goes on from there with `train.py --start`.
"""
from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch.nn import functional as F

from according_training.network import load_network
from according_training.polnear import examples, read_documents
from according_training.wordpiece import WordPiece

HERE = Path(__file__).parent


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    ap.add_argument("--data", type=Path, default=HERE / "../../shared/data/polnear/train.jsonl")
    ap.add_argument("--weights", type=Path, default=HERE / "work/run/weights.pt")
    ap.add_argument("--encoder", type=Path, default=HERE / "work/encoder")
    ap.add_argument("--out", type=Path, default=HERE / "work/narrow/weights.pt")
    ap.add_argument("--inner", type=int, default=896, help="features to keep of 1,536")
    ap.add_argument("--documents", type=int, default=40, help="documents to measure on")
    o = ap.parse_args()
    network = load_network(o.weights).eval()
    layers = network.encoder.layers
    sums = [torch.zeros(layer.up.out_features) for layer in layers]
    hooks = [layer.up.register_forward_hook(lambda _, __, out, i=i: sums[i].add_(F.gelu(out).abs().sum((0, 1))))
             for i, layer in enumerate(layers)]
    wordpiece = WordPiece(o.encoder / "vocab.txt")
    with torch.no_grad():
        for e in examples(read_documents(o.data)[: o.documents], wordpiece, 192):
            network.encoder(torch.tensor([e.window.ids]), None)
    for hook in hooks:
        hook.remove()
    state = network.state_dict()
    for i, layer in enumerate(layers):
        keep = (sums[i] * layer.down.weight.norm(dim=0)).topk(o.inner).indices.sort().values
        p = f"encoder.layers.{i}."
        state[p + "up.weight"], state[p + "up.bias"] = layer.up.weight[keep], layer.up.bias[keep]
        state[p + "down.weight"] = layer.down.weight[:, keep]
    o.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({name: value.detach().clone() for name, value in state.items()}, o.out)
    print(f"{o.out}: {o.inner} of {sums[0].numel()} features a layer")


if __name__ == "__main__":
    main()
