"""Cuts a document into the windows that the network reads; the twin of `engine/src/segment/windows.ts`.

Paragraphs (lines) are packed whole, greedily; [SEP] stands between two of them. A paragraph too long for a window is cut
after the last sentence end that fits, else at the last word that fits.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

from .wordpiece import CLS, SEP, Pieces, WordPiece

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
CLOSERS = set("\"'”’)]»")


@dataclass(frozen=True)
class Window:
    """Piece ids with [CLS] and [SEP]; `start`/`end` are code points of the text, -1 for the special pieces."""

    ids: list[int]
    start: list[int]
    end: list[int]
    first: list[bool]


def paragraphs(text: str, wordpiece: WordPiece) -> list[Pieces]:
    lines = (wordpiece.encode(text, m.start(), m.end()) for m in LINE.finditer(text))
    return [line for line in lines if line.ids]


def cut_points(text: str, pieces: Pieces, room: int) -> list[tuple[int, int]]:
    """Ranges of pieces, each at most `room` long."""
    ranges, at, n = [], 0, len(pieces.ids)
    while n - at > room:
        cut = 0
        for k in range(at + room, at, -1):
            if not pieces.first[k]:
                continue
            if not cut:
                cut = k
            last = k - 1
            while last > at and text[pieces.start[last]] in CLOSERS and pieces.end[last] - pieces.start[last] == 1:
                last -= 1
            if text[pieces.end[last] - 1] in ".!?" and pieces.end[k - 1] < pieces.start[k]:
                cut = k
                break
            if k - at < room // 3:
                break
        cut = cut or at + room
        ranges.append((at, cut))
        at = cut
    ranges.append((at, n))
    return ranges


def windows(text: str, wordpiece: WordPiece, size: int, skip: int = 0) -> list[Window]:
    """Windows of at most `size` pieces, special ones included. `skip` paragraphs go into a window of their own first."""
    cls, sep = wordpiece.vocab[CLS], wordpiece.vocab[SEP]
    out: list[Window] = []
    current: Window | None = None

    def close() -> None:
        nonlocal current
        if current is not None:
            out.append(current)
        current = None

    for index, pieces in enumerate(paragraphs(text, wordpiece)):
        if index == skip:
            close()
        for start, end in cut_points(text, pieces, size - 2):
            if current is not None and len(current.ids) + (end - start) + 1 > size:
                close()
            if current is None:
                current = Window([cls], [-1], [-1], [False])
            current.ids.extend(pieces.ids[start:end] + [sep])
            current.start.extend(pieces.start[start:end] + [-1])
            current.end.extend(pieces.end[start:end] + [-1])
            current.first.extend(pieces.first[start:end] + [False])
    close()
    return out
