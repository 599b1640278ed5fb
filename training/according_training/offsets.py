"""UTF-16 offsets, which the data and the engine count in, and code points, which Python counts in."""
from __future__ import annotations


def utf16_offsets(text: str) -> list[int]:
    """UTF-16 offset of every code point, and of the end."""
    out = [0]
    for ch in text:
        out.append(out[-1] + (2 if ord(ch) > 0xFFFF else 1))
    return out


def code_points(text: str) -> dict[int, int]:
    """Code point of every UTF-16 offset that starts a character, and of the end."""
    return {offset: point for point, offset in enumerate(utf16_offsets(text))}
