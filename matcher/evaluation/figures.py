"""What a benchmark gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value, of ``n`` cases, with its 95% interval where one was computed."""

    name: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None
