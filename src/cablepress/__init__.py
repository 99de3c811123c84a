"""Transcriptions of diplomatic cables, encoded in TEI → a digital edition that can be trusted."""

__version__ = "0.1.0"
