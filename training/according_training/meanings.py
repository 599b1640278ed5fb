"""PolNeAR's documents with layer-2 labels, as training examples: for each attribution its cue pieces and what it means."""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from .network import DISTANCES, SOURCE_TYPES, STANCES
from .offsets import code_points
from .polnear import inside
from .windows import Window, windows
from .wordpiece import WordPiece


@dataclass(frozen=True)
class MeaningLabel:
    """`cue` are pieces of window `window`; `disputes` are indices of other attributions of the example."""

    window: int
    cue: list[int]
    stance: int
    distance: int
    source_type: int
    disputes: list[int]


@dataclass(frozen=True)
class MeaningExample:
    id: str
    windows: list[Window]
    attributions: list[MeaningLabel]


def meaning_examples(polnear: Path, labels: list[Path], wordpiece: WordPiece, size: int, skip: int = 0) -> list[MeaningExample]:
    """One a document. Attributions without a cue teach nothing here."""
    if not all(path.exists() for path in labels):
        return []
    known = {r["id"]: r["layer2"] for path in labels for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    out = []
    for line in polnear.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["id"] not in known:
            continue
        point, layer2 = code_points(record["text"]), known[record["id"]]
        cut = windows(record["text"], wordpiece, size, skip)
        found: dict[str, tuple[int, list[int]]] = {}
        for a in record["attributions"]:
            cue = [(point[s], point[e]) for s, e in a["cue"]]
            for w, window in enumerate(cut):
                pieces = [i for i, s in enumerate(window.start) if s >= 0 and inside(cue, s)]
                if pieces and a["id"] in layer2:
                    found[a["id"]] = (w, pieces)
                    break
        number = {x: i for i, x in enumerate(found)}
        attributions = [
            MeaningLabel(w, pieces, STANCES.index(layer2[x]["stance"]), DISTANCES.index(layer2[x]["distance"]),
                         SOURCE_TYPES.index(layer2[x]["sourceType"]),
                         [number[d] for d in layer2[x]["disputes"] if isinstance(d, str) and d in number])
            for x, (w, pieces) in found.items()
        ]
        if attributions:
            out.append(MeaningExample(record["id"], cut, attributions))
    return out
