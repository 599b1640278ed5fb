"""WordPiece with offsets, the exact twin of `engine/src/segment/wordpiece.ts`.

Both follow BERT's uncased scheme: split at white space, punctuation and CJK characters, lower-case, strip combining
marks, then match greedily from the left. `models/attribution/golden.json` holds examples that both must reproduce.
"""
from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

CLS, SEP, UNK, MASK, PAD = "[CLS]", "[SEP]", "[UNK]", "[MASK]", "[PAD]"
MAX_WORD_CHARACTERS = 100


@dataclass(frozen=True)
class Pieces:
    """Pieces of a text, in order. `start` and `end` count code points; `first` marks the first piece of a word."""

    ids: list[int]
    start: list[int]
    end: list[int]
    first: list[bool]


def is_space(ch: str) -> bool:
    return ch in " \t\n\r" or unicodedata.category(ch) in ("Zs", "Zl", "Zp")


def is_control(ch: str) -> bool:
    return unicodedata.category(ch) in ("Cc", "Cf", "Cs", "Co", "Cn")


def is_symbol(ch: str) -> bool:
    """Characters that stand alone as a word: ASCII signs, Unicode punctuation, and CJK ideographs."""
    code = ord(ch)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    if unicodedata.category(ch).startswith("P"):
        return True
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F


def fold(word: str) -> str:
    """Lower-cases and drops combining marks and control characters."""
    return "".join(ch for ch in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(ch) != "Mn" and not is_control(ch))


class WordPiece:
    def __init__(self, vocab_file: Path):
        self.vocab = {line: i for i, line in enumerate(vocab_file.read_text(encoding="utf-8").split("\n")) if line}
        self.unknown = self.vocab[UNK]
        self._word = lru_cache(maxsize=200_000)(self._split_word)

    def _split_word(self, word: str) -> tuple[tuple[int, int], ...]:
        """Greedy longest match: pairs of piece id and piece length, in characters of the folded word."""
        if len(word) > MAX_WORD_CHARACTERS:
            return ((self.unknown, len(word)),)
        pieces, at = [], 0
        while at < len(word):
            end = len(word)
            while end > at:
                piece = word[at:end] if at == 0 else "##" + word[at:end]
                if piece in self.vocab:
                    break
                end -= 1
            if end == at:
                return ((self.unknown, len(word)),)
            pieces.append((self.vocab[piece], end - at))
            at = end
        return tuple(pieces)

    def encode(self, text: str, start: int = 0, end: int | None = None) -> Pieces:
        """Pieces of `text[start:end]`, with offsets into `text`."""
        end = len(text) if end is None else end
        out = Pieces([], [], [], [])
        at = start
        while at < end:
            ch = text[at]
            if is_space(ch):
                at += 1
                continue
            stop = at + 1
            if not is_symbol(ch):
                while stop < end and not is_space(text[stop]) and not is_symbol(text[stop]):
                    stop += 1
            self._emit(text, at, stop, out)
            at = stop
        return out

    def _emit(self, text: str, start: int, end: int, out: Pieces) -> None:
        word = fold(text[start:end])
        if not word:
            return
        # Folding can change the number of characters (combining marks); offsets are then found character by character.
        origin = [start + i for i, ch in enumerate(text[start:end]) for _ in fold(ch)]
        aligned = len(origin) == len(word)
        at = 0
        for id, length in self._word(word):
            if aligned:
                s = start if at == 0 else origin[at]
                e = end if at + length == len(word) else origin[at + length]
            else:
                s, e = start, end
            out.ids.append(id); out.start.append(s); out.end.append(e); out.first.append(at == 0)
            at += length
