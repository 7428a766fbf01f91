"""The libraries that read formats other than text: each is imported where it is used, and its absence is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nutgraf.problems import ContentError, Problem, how_to_install
from nutgraf.sources import SourceFile


@contextmanager
def needed_for(file: SourceFile) -> Iterator[None]:
    """Import libraries of the extra `formats` inside this block. Raises ContentError when one is not installed."""
    try:
        yield
    except ImportError as error:
        library = (error.name or "a library").partition(".")[0]
        message = f"cannot be read without {library}, which is not installed"
        raise ContentError([Problem(file.path, message, how_to_install("formats"))]) from None
