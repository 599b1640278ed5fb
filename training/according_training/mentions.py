"""Documents with mentions for training coreference: GUM, LitBank, GAP, and the sources of PolNeAR with their speakers.

What a mention looks like is told by its words alone (`kind_of`, `string_relation`), so that the engine can tell it the same way;
the twin is `engine/src/resolve/mention-looks.ts`.
"""
from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from .network import DISTANCE_BUCKETS, MENTION_KINDS, MENTION_TYPES, STRING_RELATIONS
from .offsets import code_points
from .windows import Window, windows
from .wordpiece import WordPiece

PRONOUNS = set(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself "
    "they them their theirs themselves themself who whom whose which that this these those one oneself".split()
)
ARTICLES = {"the", "a", "an"}
# A noun phrase's head stands before the first of these.
ENDERS = set("of in for from at on with by to who whom whose which that and or as near outside inside under over against".split())
WORD = re.compile(r"[^\W_]+(?:[’'.\-&][^\W_]+)*\.?|[,;:(\[—–]|--", re.UNICODE)
POSSESSIVE = re.compile(r"[’']s?$")
NAME = re.compile(r"(?:[A-Z][\w’'.\-&]*)(?: (?:(?:of|the|de|van|bin|al|for) )?[A-Z][\w’'.\-&]*)*")


def words_of(text: str) -> list[str]:
    """Words of a mention, without its articles and possessive marks; punctuation that ends a noun phrase is a word."""
    out = []
    for word in WORD.findall(text):
        word = POSSESSIVE.sub("", word)
        if word and not (word.lower() in ARTICLES):
            out.append(word.rstrip(".") if len(word) > 2 else word)
    return out


def head_of(words: list[str]) -> str:
    """The word that the others of a noun phrase lean on: the last before a preposition, a clause or a comma."""
    head = ""
    for i, word in enumerate(words):
        if i and (word.lower() in ENDERS or not word[0].isalnum()):
            break
        head = word
    return head


def kind_of(text: str) -> int:
    if text.strip().lower() in PRONOUNS:
        return MENTION_KINDS.index("pronoun")
    head = head_of(words_of(text))
    return MENTION_KINDS.index("name" if head[:1].isupper() else "nominal")


def string_relation(a: str, b: str) -> int:
    wa, wb = [w.lower() for w in words_of(a)], [w.lower() for w in words_of(b)]
    if not wa or not wb:
        return 0
    if wa == wb:
        return STRING_RELATIONS.index("same")
    if set(wa) <= set(wb) or set(wb) <= set(wa):
        return STRING_RELATIONS.index("within")
    return STRING_RELATIONS.index("same-head") if head_of(wa) == head_of(wb) else 0


def string_relations(texts: list[str]) -> Tensor:
    """`string_relation` of each two of distinct texts; nine in ten share no word and cost next to nothing."""
    bags = [[w.lower() for w in words_of(t)] for t in texts]
    holders: dict[str, list[int]] = {}
    for i, bag in enumerate(bags):
        for word in set(bag):
            holders.setdefault(word, []).append(i)
    table = torch.zeros(len(texts), len(texts), dtype=torch.long)
    for i in range(len(texts)):
        for j in {j for word in bags[i] for j in holders[word] if j <= i}:
            table[i, j] = table[j, i] = string_relation(texts[i], texts[j])
    return table


def distance_bucket(mentions_between: int) -> int:
    """0, 1, 2, 3, 4, then 5–7, 8–15, 16–31, 32–63 and more."""
    if mentions_between < 5:
        return mentions_between
    return min(DISTANCE_BUCKETS - 1, max(5, mentions_between.bit_length() + 2))


@dataclass(frozen=True)
class Mention:
    """Code points of the text; `chain` is -1 where it is not known whom it refers to."""

    start: int
    end: int
    chain: int
    type: int = -1


@dataclass(frozen=True)
class MentionDocument:
    """A text with mentions in order. `queries` are those whose antecedent is to be learned; the others only stand to be chosen.

    `complete` says that every mention of the text is there, so that any other span is none.
    """

    name: str
    text: str
    mentions: list[Mention]
    queries: set[int]
    complete: bool


def read_chains(file: Path, complete: bool) -> list[MentionDocument]:
    """GUM or LitBank."""
    out = []
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, point = record["text"], code_points(record["text"])
        chains: dict[str, int] = {}
        mentions = []
        for m in record["mentions"]:
            start, end = point[m["start"]], point[m["end"]]
            # GUM's possessive mentions keep their marker; a report's source rarely does.
            end -= len(POSSESSIVE.search(text[start:end]).group()) if POSSESSIVE.search(text[start:end]) and end - start > 3 else 0
            mentions.append(Mention(start, end, chains.setdefault(m["chain"], len(chains)), MENTION_TYPES.index(m["type"])))
        mentions = sorted(set(mentions), key=lambda m: (m.start, -m.end))
        out.append(MentionDocument(record["id"], text, mentions, set(range(len(mentions))), complete))
    return out


def read_gap(file: Path) -> list[MentionDocument]:
    out = []
    for line in file.read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        point = code_points(r["text"])
        at = lambda span: (point[span[0]], point[span[1]])
        pronoun = Mention(*at(r["pronoun"]), 0)
        others = [Mention(*at(r["a"]), 0 if r["aCoref"] else 1), Mention(*at(r["b"]), 0 if r["bCoref"] else 2)]
        mentions = sorted([pronoun, *others], key=lambda m: (m.start, -m.end))
        out.append(MentionDocument(r["id"], r["text"], mentions, {mentions.index(pronoun)}, False))
    return out


def read_speakers(polnear: Path, labels: list[Path]) -> list[MentionDocument]:
    """Sources of PolNeAR's documents and the names around them; a source's chain is its speaker, told by the layer-2 labels."""
    if not all(path.exists() for path in labels):
        return []
    known = {r["id"]: r["layer2"] for path in labels for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    out = []
    for line in polnear.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["id"] not in known:
            continue
        text, point, layer2 = record["text"], code_points(record["text"]), known[record["id"]]
        speakers: dict[str, int] = {}
        spans: dict[tuple[int, int], int] = {}
        for a in record["attributions"]:
            label = layer2.get(a["id"])
            if not a["source"] or label is None or label["speaker"] is None:
                continue
            name = text[point[label["speaker"][0]] : point[label["speaker"][1]]]
            chain = speakers.setdefault(" ".join(words_of(name)).lower(), len(speakers))
            spans[point[a["source"][0][0]], point[a["source"][0][1]]] = chain
        queries = set(spans)
        for match in NAME.finditer(text):
            span = match.span()
            if span in spans or match.group().lower() in PRONOUNS:
                continue
            words = [w.lower() for w in words_of(match.group())]
            owners = [c for speaker, c in speakers.items() if words and set(words) <= set(speaker.split()) and words[-1] == speaker.split()[-1]]
            spans[span] = owners[0] if len(owners) == 1 else -1
        for match in re.finditer(r"\b(?:he|she|they|his|her|their|him|them)\b", text, re.I):
            spans.setdefault(match.span(), -1)
        order = sorted(spans, key=lambda s: (s[0], -s[1]))
        # A mention nobody labelled may be anyone's: as a candidate it would be called wrong where it is right. Names are told apart.
        kept = [s for s in order if spans[s] >= 0 or text[s[0]].isupper() and text[s[0] : s[1]].lower() not in PRONOUNS]
        mentions = [Mention(*s, spans[s] if spans[s] >= 0 else 10_000 + i) for i, s in enumerate(kept)]
        out.append(MentionDocument(record["id"], text, mentions, {i for i, s in enumerate(kept) if s in queries}, False))
    return out


@dataclass(frozen=True)
class MentionExample:
    """A document's windows, and its mentions as places in them: window, first piece, last piece."""

    document: MentionDocument
    windows: list[Window]
    mentions: list[Mention]
    queries: list[int]
    places: list[tuple[int, int, int]]


def mention_examples(document: MentionDocument, wordpiece: WordPiece, size: int, most_windows: int = 24, skip: int = 0) -> list[MentionExample]:
    """Usually one; a long document is read in parts of `most_windows` windows."""
    cut = windows(document.text, wordpiece, size, skip)
    out = []
    for low in range(0, len(cut), most_windows):
        part = cut[low : low + most_windows]
        first = {s: (w, i) for w, window in enumerate(part) for i, s in enumerate(window.start) if s >= 0}
        last = {e: (w, i) for w, window in enumerate(part) for i, e in enumerate(window.end) if e >= 0}
        mentions, queries, places = [], [], []
        for k, m in enumerate(document.mentions):
            a, b = first.get(m.start), last.get(m.end)
            if a is None or b is None or a[0] != b[0] or b[1] < a[1]:
                continue
            if k in document.queries:
                queries.append(len(mentions))
            mentions.append(m)
            places.append((a[0], a[1], b[1]))
        if mentions:
            out.append(MentionExample(document, part, mentions, queries, places))
    return out
