"""Reads PolNeAR and turns its documents into training examples: windows with soft cue targets and weighted attributions."""
from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from .network import ROLES
from .offsets import code_points
from .windows import Window, windows
from .wordpiece import WordPiece


@dataclass(frozen=True)
class Attribution:
    """Roles as lists of `[start, end)` code points, and the weight its annotator has."""

    spans: dict[str, list[tuple[int, int]]]
    weight: float


@dataclass(frozen=True)
class Document:
    id: str
    text: str
    attributions: list[Attribution]
    discard: list[tuple[int, int]]


@dataclass(frozen=True)
class Example:
    """A window with, per piece, the weight of annotators who put it into a cue, and each attribution's role per piece."""

    window: Window
    cue: list[float]
    counted: list[bool]
    attributions: list[tuple[float, list[int]]]


def read_documents(file: Path) -> list[Document]:
    documents = []
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        point = code_points(record["text"])
        versions = [record["attributions"], *record.get("alternatives", [])]
        attributions = [
            Attribution({role: [(point[s], point[e]) for s, e in a[role]] for role in ROLES[1:]}, 1 / len(versions))
            for version in versions
            for a in version
        ]
        discard = [(point[s], point[e]) for spans in record.get("discard", []) for s, e in spans]
        documents.append(Document(record["id"], record["text"], attributions, discard))
    return documents


def inside(spans: list[tuple[int, int]], at: int) -> bool:
    return any(s <= at < e for s, e in spans)


def example(document: Document, window: Window) -> Example | None:
    """Labels one window; `None` where the annotators discarded all of it."""
    real = [i for i, s in enumerate(window.start) if s >= 0]
    counted = [s >= 0 and not inside(document.discard, s) for s in window.start]
    if not any(counted):
        return None
    low, high = window.start[real[0]], window.end[real[-1]]
    cue, labelled = [0.0] * len(window.ids), []
    for a in document.attributions:
        edges = [x for spans in a.spans.values() for span in spans for x in span]
        if not edges or max(edges) <= low or min(edges) >= high:
            continue
        labels = [0] * len(window.ids)
        for number, role in ((3, "content"), (1, "source"), (2, "cue")):
            if a.spans[role]:
                for i in real:
                    if inside(a.spans[role], window.start[i]):
                        labels[i] = number
        # What separates two paragraphs of one content belongs to it, so that it stays in one piece.
        for i in range(1, len(labels) - 1):
            if window.start[i] < 0 and labels[i - 1] == labels[i + 1]:
                labels[i] = labels[i - 1]
        if 2 not in labels:
            continue
        for i, label in enumerate(labels):
            if label == 2:
                cue[i] = min(1.0, cue[i] + a.weight)
        labelled.append((a.weight, labels))
    return Example(window, cue, counted, labelled)


def examples(documents: list[Document], wordpiece: WordPiece, size: int, skip: int = 0) -> list[Example]:
    found = (example(d, w) for d in documents for w in windows(d.text, wordpiece, size, skip))
    return [e for e in found if e is not None]
