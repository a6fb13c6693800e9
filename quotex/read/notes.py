"""Patterns for footnote marks, as encyclopedias and papers print them: school.[3] nine.[citation needed] won¹."""

from __future__ import annotations

from quotex.patterns import pattern

NOTE_MARK = (
    r"(?:\[(?:\d{1,3}(?:[,–-]\s?\d{1,3}){0,3}|(?:note|nb)\s\d{1,2}|[a-z]{2,12}(?:\s[a-z]{2,12}){0,2}\sneeded"
    r"|(?:when|where|who|which|why|by\swhom|according\sto\swhom)\?)\]|[¹²³⁴-⁹⁰]++)"
)
NOTES = pattern(rf"(?<=\S)(?:{NOTE_MARK})++|(?<=[.,;:!?…”’\"')\]])\[[a-z]\]")
