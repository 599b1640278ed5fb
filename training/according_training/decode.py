"""Turns the network's scores into attributions; the twin of `engine/src/extract/decode-attributions.ts`.

Anchors are taken by falling cue probability. Each yields one attribution, unless its cue shares a piece with that of a
likelier one.
"""
from __future__ import annotations

from dataclasses import dataclass

import torch

from .network import CUE, FORBIDDEN, ROLES, AttributionNetwork
from .windows import Window


@dataclass(frozen=True)
class Found:
    """Spans of each role in code points, and the probability of the cue."""

    spans: dict[str, list[tuple[int, int]]]
    probability: float


def role_spans(window: Window, path: list[int]) -> dict[str, list[tuple[int, int]]]:
    """Runs of one role. A word takes the role of its first piece."""
    word = list(path)
    for i in range(1, len(word)):
        if window.start[i] >= 0 and not window.first[i]:
            word[i] = word[i - 1]
    out: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES[1:]}
    i = 0
    while i < len(word):
        j = i
        while j + 1 < len(word) and word[j + 1] == word[i]:
            j += 1
        real = [k for k in range(i, j + 1) if window.start[k] >= 0]
        if word[i] and real:
            out[ROLES[word[i]]].append((window.start[real[0]], window.end[real[-1]]))
        i = j + 1
    return out


@torch.no_grad()
def decode(network: AttributionNetwork, window: Window, threshold: float) -> list[Found]:
    hidden = network.encoder(torch.tensor([window.ids]), None)
    probability = torch.sigmoid(network.cues(hidden)[0])
    order = [int(i) for i in probability.argsort(descending=True) if probability[i] >= threshold and window.start[i] >= 0]
    if not order:
        return []
    anchors = torch.tensor(order)
    scores = network.reader(hidden, torch.zeros_like(anchors), anchors, None)
    taken: set[int] = set()
    found = []
    for row, anchor in enumerate(order):
        if anchor in taken:
            continue
        s = scores[row].clone()
        s[anchor, [r for r in range(len(ROLES)) if r != CUE]] = FORBIDDEN
        path = network.chain.decode(s)
        cue = {i for i, role in enumerate(path) if role == CUE}
        if cue & taken:
            continue
        taken |= cue
        found.append(Found(role_spans(window, path), float(probability[anchor])))
    return found
