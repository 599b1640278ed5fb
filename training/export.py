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

from according_training.mentions import kind_of, string_relation
from according_training.network import (DISTANCES, MENTION_FEATURES, MENTION_KINDS, MENTION_TYPES, ROLES, SOURCE_TYPES, STANCES, STRING_RELATIONS,
                                        AttributionNetwork, load_network)
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


# Invented mentions, each compared with each: the engine must see the same kinds and relations in them.
GOLDEN_MENTIONS = [
    "Ms Rao", "Anjali Rao", "Rao's", "the chief of the Varo Commission", "Commission chief Anjali Rao", "The Varo Commission", "she", "WHO", "who",
    "the commission", "a senior official, who asked not to be named", "José Peña-Nieto", "U.S. Border Patrol", "the U.S.", "AT&T’s board",
    "O’Neill", "residents of Kalden (in the north)", "42 percent of voters", "The two men", "東京 officials", "officials", "it", "“The Voice”", "",
]


class Whole(nn.Module):
    """The network as the engine runs it: one unpadded window in; anchors, their role scores and meaning, and every piece's mention features out."""

    def __init__(self, network: AttributionNetwork):
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, threshold: Tensor) -> tuple[Tensor, ...]:
        hidden = self.network.encoder(ids[None].long(), None)
        probability = torch.sigmoid(self.network.cues(hidden)[0])
        # Of neighbours within a cue only the likeliest serves as an anchor: the others would say the same again.
        peak = torch.nn.functional.max_pool1d(probability[None, None], 3, 1, 1)[0, 0]
        anchors = torch.nonzero((probability >= threshold) & (probability >= peak))[:, 0]
        window = torch.zeros_like(anchors)
        read = self.network.reader.read(hidden, window, anchors, None)
        scores = self.network.reader.score(read)
        meaning = torch.cat(self.network.meaning(hidden, window, anchors, read, scores), dim=1)
        return anchors.to(torch.int32), probability[anchors], scores, meaning, self.network.mentions(hidden)[0]


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
    ap.add_argument("--weights", type=Path, default=HERE / "work/heads/weights.pt")
    ap.add_argument("--meaning", type=Path, default=HERE / "work/heads-all/weights.pt", help="weights whose heads of meaning are taken")
    ap.add_argument("--encoder", type=Path, default=HERE / "work/encoder")
    ap.add_argument("--out", type=Path, default=HERE / "../models/attribution")
    ap.add_argument("--version", default="2.1.0")
    ap.add_argument("--threshold", type=float, default=0.55)
    ap.add_argument("--candidate-threshold", type=float, default=0.15)
    ap.add_argument("--max-pieces", type=int, default=128)
    ap.add_argument("--float", action="store_true", help="leave the weights as float32, to see what int8 costs")
    o = ap.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    network = load_network(o.weights)
    network.load_state_dict({k: v for k, v in torch.load(o.meaning).items() if k.startswith("meaning.")}, strict=False)
    network.eval()
    raw, target = o.out / "float.onnx", o.out / "network.onnx"
    ids = torch.tensor([101, 2158, 2056, 2009, 15748, 1012, 102], dtype=torch.int32)
    torch.onnx.export(Whole(network), (ids, torch.tensor(0.0)), str(raw), input_names=["ids", "threshold"],
                      output_names=["anchors", "probability", "role_scores", "meaning", "mentions"], dynamo=False, opset_version=17,
                      dynamic_axes={"ids": {0: "pieces"}, "anchors": {0: "anchors"}, "probability": {0: "anchors"},
                                    "role_scores": {0: "anchors", 1: "pieces"}, "meaning": {0: "anchors"}, "mentions": {0: "pieces"}})
    if o.float:
        raw.replace(target)
    else:
        # 7-bit weights: without VNNI, 8-bit products saturate in 16 bits and results would differ between machines.
        quantize_dynamic(raw, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                         op_types_to_quantize=["MatMul", "Gemm", "Gather"])
        raw.unlink()
    shutil.copy(o.encoder / "vocab.txt", o.out / "vocab.txt")
    wordpiece = WordPiece(o.out / "vocab.txt")
    looks = [{"text": a, "kind": MENTION_KINDS[kind_of(a)], "relations": [STRING_RELATIONS[string_relation(a, b)] for b in GOLDEN_MENTIONS]}
             for a in GOLDEN_MENTIONS]
    (o.out / "golden.json").write_text(json.dumps({"windows": golden(wordpiece, 48), "mentions": looks}, ensure_ascii=True) + "\n")
    chain = network.chain
    manifest = {
        "name": "according-attribution", "version": o.version, "maxPieces": o.max_pieces, "labels": list(ROLES),
        "threshold": o.threshold, "candidateThreshold": o.candidate_threshold, "transition": chain.transition.tolist(), "first": chain.first.tolist(),
        "meaning": {"stances": STANCES, "distances": DISTANCES, "sourceTypes": SOURCE_TYPES, "link": network.meaning.react.out_features},
        "mentions": {"features": dict(zip(MENTION_FEATURES, network.mentions.sizes)), "types": MENTION_TYPES,
                     "looks": network.links.looks.tolist(), "distance": network.links.distance.tolist()},
        # Fitted to what this network finds by `npm run fit -- --write`; until then every attribution is as likely right as not.
        "confidence": {"bias": 0, "weights": {}}, "disputes": {"bias": -9, "weights": {}, "threshold": 0.5},
        "files": {"network": "network.onnx", "vocabulary": "vocab.txt"},
        "sha256": {name: sha256(o.out / name) for name in ("network.onnx", "vocab.txt")},
    }
    (o.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
