"""Trains the attribution network on PolNeAR. `python train.py --help`."""
from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from according_training.network import AttributionNetwork, Encoder
from according_training.polnear import Example, examples, read_documents
from according_training.windows import Window
from according_training.wordpiece import MASK, WordPiece

HERE = Path(__file__).parent
AVERAGE_EVERY = 4
QUOTE_PIECES = {"“": '"', "”": '"', "’": "'", "‘": "'"}


def batches(data: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Windows of like length together, at most `pieces` pieces a batch with padding, in random order."""
    order = sorted(data, key=lambda e: len(e.window.ids) + rng.random() * 16)
    out: list[list[Example]] = [[]]
    longest = 0
    for e in order:
        longest = max(longest, len(e.window.ids))
        if out[-1] and longest * (len(out[-1]) + 1) > pieces:
            out.append([])
            longest = len(e.window.ids)
        out[-1].append(e)
    rng.shuffle(out)
    return out


class Collator:
    """Pads a batch, and varies it: straight for curly quotation marks in some windows, masked pieces in all."""

    def __init__(self, wordpiece: WordPiece, rng: random.Random, straight: float, masked: float):
        self.rng, self.straight, self.masked = rng, straight, masked
        self.mask = wordpiece.vocab[MASK]
        self.plain = {wordpiece.vocab[a]: wordpiece.vocab[b] for a, b in QUOTE_PIECES.items()}

    def vary(self, window: Window) -> list[int]:
        ids = window.ids
        if self.rng.random() < self.straight:
            ids = [self.plain.get(i, i) for i in ids]
        return [self.mask if s >= 0 and self.rng.random() < self.masked else i for i, s in zip(ids, window.start)]

    def __call__(self, batch: list[Example]) -> dict[str, torch.Tensor]:
        n, t = len(batch), max(len(e.window.ids) for e in batch)
        ids, cue, counted = torch.zeros(n, t, dtype=torch.long), torch.zeros(n, t), torch.zeros(n, t)
        lengths = torch.tensor([len(e.window.ids) for e in batch])
        rows, anchors, labels, weights = [], [], [], []
        for i, e in enumerate(batch):
            size = len(e.window.ids)
            ids[i, :size] = torch.tensor(self.vary(e.window))
            cue[i, :size] = torch.tensor(e.cue)
            counted[i, :size] = torch.tensor(e.counted, dtype=torch.float)
            for weight, roles in e.attributions:
                # Any piece of the cue may be the anchor when reading, so any may be in training.
                anchors.append(self.rng.choice([k for k, r in enumerate(roles) if r == 2]))
                rows.append(i); weights.append(weight)
                labels.append(roles + [0] * (t - size))
        return {"ids": ids, "lengths": lengths, "cue": cue, "counted": counted, "rows": torch.tensor(rows, dtype=torch.long),
                "anchors": torch.tensor(anchors, dtype=torch.long), "labels": torch.tensor(labels, dtype=torch.long).view(-1, t),
                "weights": torch.tensor(weights)}


def padding_bias(lengths: torch.Tensor, size: int) -> torch.Tensor | None:
    inside = torch.arange(size)[None] < lengths[:, None]
    return None if bool(inside.all()) else torch.where(inside, 0.0, -1e9)[:, None, None, :]


def losses(network: AttributionNetwork, b: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Cue loss and role loss, each the negative log-likelihood of a window."""
    n, t = b["ids"].shape
    bias = padding_bias(b["lengths"], t)
    hidden = network.encoder(b["ids"], bias)
    cue = F.binary_cross_entropy_with_logits(network.cues(hidden), b["cue"], reduction="none")
    cue = (cue * b["counted"]).sum() / n
    if not len(b["rows"]):
        return cue, cue * 0
    scores = network.reader(hidden, b["rows"], b["anchors"], None if bias is None else bias[b["rows"]])
    role = network.chain.loss(scores, b["labels"], b["lengths"][b["rows"]])
    return cue, (role * b["weights"]).sum() / n


def parameter_groups(network: AttributionNetwork, rate: float, head_rate: float, decay: float) -> list[dict]:
    """Lower layers learn more slowly (factor 0.9 a layer); heads, which start from nothing, at their own rate."""
    groups = []
    # Most of the 30,522 words are not in 840 documents; leaving them all as they are saves a tenth of the time.
    network.encoder.word.weight.requires_grad_(False)
    depth = len(network.encoder.layers)
    for name, p in network.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            r = rate * 0.9 ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            r = rate * 0.9**depth
        else:
            r = head_rate
        groups.append({"params": [p], "lr": r, "peak": r, "weight_decay": decay if p.ndim > 1 else 0.0})
    return groups


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    ap.add_argument("--data", type=Path, default=HERE / "../../shared/data/polnear/train.jsonl")
    ap.add_argument("--encoder", type=Path, default=HERE / "work/encoder", help="folder with model.safetensors and vocab.txt (python prepare.py)")
    ap.add_argument("--out", type=Path, default=HERE / "work/run")
    ap.add_argument("--epochs", type=int, default=6)
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--head-rate", type=float, default=1e-3)
    ap.add_argument("--pieces", type=int, default=2048, help="pieces a batch")
    ap.add_argument("--sizes", type=int, nargs="+", default=[128, 192], help="window sizes, one drawn per epoch and document")
    ap.add_argument("--average", type=float, default=0.998, help="decay of the running average of weights, which is what is kept")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--limit", type=int, default=0, help="documents to use; 0 for all")
    ap.add_argument("--resume", action="store_true", help="go on from the last checkpoint in --out")
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(o.seed)
    wordpiece = WordPiece(o.encoder / "vocab.txt")
    documents = read_documents(o.data)[: o.limit or None]
    network = AttributionNetwork(Encoder())
    network.encoder.load_bert(o.encoder / "model.safetensors")
    optimizer = torch.optim.AdamW(parameter_groups(network, o.rate, o.head_rate, 0.01), betas=(0.9, 0.98))
    average = {k: v.clone() for k, v in network.state_dict().items()}
    steps_an_epoch = 836_000 * len(documents) / 840 / (o.pieces * 0.97)
    total = int(o.epochs * steps_an_epoch)
    step = epoch = 0
    checkpoint = o.out / "checkpoint.pt"
    if o.resume and checkpoint.exists():
        state = torch.load(checkpoint)
        network.load_state_dict(state["network"]); optimizer.load_state_dict(state["optimizer"])
        average, step, epoch = state["average"], state["step"], state["epoch"]
    for epoch in range(epoch, o.epochs):
        rng = random.Random(o.seed * 1000 + epoch)
        data = [x for d in documents for x in examples([d], wordpiece, rng.choice(o.sizes), rng.randrange(4))]
        collate = Collator(wordpiece, rng, straight=0.2, masked=0.04)
        network.train()
        began, sums = time.time(), [0.0, 0.0]
        for k, batch in enumerate(batches(data, o.pieces, rng), 1):
            warm = min(1.0, (step + 1) / (0.06 * total))
            cool = 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / total)))
            for g in optimizer.param_groups:
                g["lr"] = g["peak"] * warm * cool
            cue, role = losses(network, collate(batch))
            (cue + role).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % AVERAGE_EVERY == 0:
                decay = min(o.average, (1 + step) / (10 + step)) ** AVERAGE_EVERY
                with torch.no_grad():
                    for name, value in network.named_parameters():
                        average[name].lerp_(value, 1 - decay)
            sums[0] += cue.item(); sums[1] += role.item()
            if k % 25 == 0:
                print(json.dumps({"epoch": epoch, "step": step, "of": total, "cue": round(sums[0] / k, 3), "role": round(sums[1] / k, 3),
                                  "seconds": round(time.time() - began)}), flush=True)
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "step": step, "epoch": epoch + 1}
        torch.save(state, checkpoint.with_suffix(".tmp")); checkpoint.with_suffix(".tmp").replace(checkpoint)
        torch.save(average, o.out / "weights.pt")


if __name__ == "__main__":
    main()
