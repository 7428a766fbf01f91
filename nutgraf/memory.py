"""What earlier builds of this process made in; the same out again where all that it came from is equal.

The preview has one. What a build does not ask for is forgotten when it has gone well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Values by a kind and a key."""

    def __init__(self) -> None:
        self._before: dict[tuple[str, Hashable], Any] = {}
        self._now: dict[tuple[str, Hashable], Any] = {}

    def recall(self, kind: str, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` gave for an equal key, or what it gives now; it has to depend on the key alone."""
        found: T | None = self.get(kind, key)
        return self.put(kind, key, make()) if found is None else found

    def get(self, kind: str, key: Hashable) -> Any:  # noqa: ANN401 - of whatever kind it is
        """Return a value, or None."""
        name = (kind, key)
        if name not in self._now and name in self._before:
            self._now[name] = self._before[name]
        return self._now.get(name)

    def put(self, kind: str, key: Hashable, value: T) -> T:
        """Remember a value, and return it."""
        self._now[kind, key] = value
        return value

    def forget_the_rest(self) -> None:
        """Forget what was not asked for since this was last called."""
        self._before, self._now = self._now, {}
