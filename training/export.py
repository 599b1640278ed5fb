"""Exports trained weights as int8 ONNX with everything the engine needs. `python export.py --help`."""
from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from according_training.network import ROLES, AttributionNetwork, load_network
from according_training.offsets import utf16_offsets
from according_training.windows import windows
from according_training.wordpiece import WordPiece

HERE = Path(__file__).parent

# Invented sentences with everything that moves offsets: accents, combining marks, emoji, CJK, right-to-left, long words.
GOLDEN_TEXTS = [
    "Ms Rao said it leaked.",
    "“It isn’t over,” said José Peña-Nieto — twice.\n\n‘Never’, the café’s owner added…",
    "Cafe\u0301 owners 🙂 say 东京 is open; שלום, he wrote. Naïve coöperation costs £3.50/€4.",
    "Zero\u200bwidth, soft\u00adhyphen, non\u00a0breaking and\u2028line separator.\tTabs\r\nand returns.",
    "x" * 120 + " unbelievablypseudopneumonoultramicroscopic " + "👩‍👩‍👧‍👦 İstanbul ǅungla ﬁne ½ ² ™ 𝔘nicode",
    "",
    " \n \n",
]


class Whole(nn.Module):
    """The network as the engine runs it: one unpadded window in, anchors and their role scores out."""

    def __init__(self, network: AttributionNetwork):
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, threshold: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.network.encoder(ids[None].long(), None)
        probability = torch.sigmoid(self.network.cues(hidden)[0])
        # Of neighbours within a cue only the likeliest serves as an anchor: the others would say the same again.
        peak = torch.nn.functional.max_pool1d(probability[None, None], 3, 1, 1)[0, 0]
        anchors = torch.nonzero((probability >= threshold) & (probability >= peak))[:, 0]
        scores = self.network.reader(hidden, torch.zeros_like(anchors), anchors, None)
        return anchors.to(torch.int32), probability[anchors], scores


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def golden(wordpiece: WordPiece, size: int) -> list[dict]:
    """What the engine's pieces and windows must be, with offsets in UTF-16 code units."""
    out = []
    for text in GOLDEN_TEXTS + [" ".join(GOLDEN_TEXTS[:3]) * 12]:
        unit = utf16_offsets(text)
        cut = windows(text, wordpiece, size)
        out.append({"text": text, "windows": [{"ids": w.ids, "start": [unit[s] if s >= 0 else -1 for s in w.start],
                                               "end": [unit[e] if e >= 0 else -1 for e in w.end]} for w in cut]})
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    ap.add_argument("--weights", type=Path, default=HERE / "work/run/weights.pt")
    ap.add_argument("--encoder", type=Path, default=HERE / "work/encoder")
    ap.add_argument("--out", type=Path, default=HERE / "../models/attribution")
    ap.add_argument("--version", default="1.0.0")
    ap.add_argument("--threshold", type=float, default=0.5)
    ap.add_argument("--candidate-threshold", type=float, default=0.15)
    ap.add_argument("--max-pieces", type=int, default=128)
    ap.add_argument("--float", action="store_true", help="leave the weights as float32, to see what int8 costs")
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    network = load_network(o.weights)
    network.eval()
    raw, target = o.out / "float.onnx", o.out / "network.onnx"
    ids = torch.tensor([101, 2158, 2056, 2009, 15748, 1012, 102], dtype=torch.int32)
    torch.onnx.export(Whole(network), (ids, torch.tensor(0.0)), str(raw), input_names=["ids", "threshold"],
                      output_names=["anchors", "probability", "role_scores"], dynamo=False, opset_version=17,
                      dynamic_axes={"ids": {0: "pieces"}, "anchors": {0: "anchors"}, "probability": {0: "anchors"},
                                    "role_scores": {0: "anchors", 1: "pieces"}})
    if o.float:
        raw.replace(target)
    else:
        # 7-bit weights: without VNNI, 8-bit products saturate in 16 bits and results would differ between machines.
        quantize_dynamic(raw, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                         op_types_to_quantize=["MatMul", "Gemm", "Gather"])
        raw.unlink()
    shutil.copy(o.encoder / "vocab.txt", o.out / "vocab.txt")
    wordpiece = WordPiece(o.out / "vocab.txt")
    (o.out / "golden.json").write_text(json.dumps(golden(wordpiece, 48), ensure_ascii=True) + "\n")
    chain = network.chain
    manifest = {
        "name": "according-attribution", "version": o.version, "maxPieces": o.max_pieces, "labels": list(ROLES),
        "threshold": o.threshold, "candidateThreshold": o.candidate_threshold, "transition": chain.transition.tolist(), "first": chain.first.tolist(),
        "files": {"network": "network.onnx", "vocabulary": "vocab.txt"},
        "sha256": {name: sha256(o.out / name) for name in ("network.onnx", "vocab.txt")},
    }
    (o.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
