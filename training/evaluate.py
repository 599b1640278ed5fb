"""Scores trained float weights on a reference, before they are exported. `python evaluate.py --help`.

Writes predictions in the interchange format, without the rules that the engine adds, and calls the reference scorer.
"""
from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import torch

from according_training.decode import decode
from according_training.network import load_network
from according_training.offsets import utf16_offsets
from according_training.polnear import read_documents
from according_training.windows import windows
from according_training.wordpiece import WordPiece

HERE = Path(__file__).parent


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    ap.add_argument("--gold", type=Path, default=HERE / "../../shared/data/polnear/dev.jsonl")
    ap.add_argument("--scorer", type=Path, default=HERE / "../../shared/tools/score_attributions.py")
    ap.add_argument("--weights", type=Path, default=HERE / "work/run/weights.pt")
    ap.add_argument("--encoder", type=Path, default=HERE / "work/encoder")
    ap.add_argument("--out", type=Path, default=HERE / "work/run/predicted.jsonl")
    ap.add_argument("--threshold", type=float, default=0.5)
    ap.add_argument("--max-pieces", type=int, default=128)
    o = ap.parse_args()
    wordpiece = WordPiece(o.encoder / "vocab.txt")
    network = load_network(o.weights)
    network.eval()
    with o.out.open("w", encoding="utf-8") as out:
        for document in read_documents(o.gold):
            unit = utf16_offsets(document.text)
            rows = []
            for window in windows(document.text, wordpiece, o.max_pieces):
                for found in decode(network, window, o.threshold):
                    spans = {role: [[unit[s], unit[e]] for s, e in spans] for role, spans in found.spans.items()}
                    rows.append({"id": f"a{len(rows) + 1}", **spans})
            out.write(json.dumps({"id": document.id, "attributions": rows}) + "\n")
    subprocess.run([sys.executable, str(o.scorer), str(o.gold), str(o.out)], check=True)


if __name__ == "__main__":
    main()
