"""Opens the web page in this process."""

from __future__ import annotations

import datetime
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from matcher.corpus import shared_folder


def serve(
    port: int,
    *,
    corpus: Path | None = None,
    model: str | None = None,
    today: datetime.date | None = None,
) -> None:
    """Runs app.py under streamlit until it is stopped."""
    for name, value in (("CORPUS", corpus), ("MODEL", model), ("TODAY", today)):
        if value:
            os.environ[f"MATCHER_{name}"] = str(value)  # where the page looks for them
    from streamlit.web import bootstrap

    folder = shared_folder()
    settings = _settings(folder / ".streamlit" / "config.toml") | {"server_port": port}
    bootstrap.load_config_options(settings)
    bootstrap.run(str(folder / "app.py"), False, [], settings)


def _settings(path: Path) -> dict[str, Any]:
    """The page's own settings, which streamlit would only look for in the current folder."""
    return dict(_flat(tomllib.loads(path.read_text("utf-8"))))


def _flat(section: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """``theme_dark_primaryColor`` for a setting of ``[theme.dark]``"""
    for name, value in section.items():
        if isinstance(value, dict):
            yield from ((f"{name}_{inner}", each) for inner, each in _flat(value))
        else:
            yield name, value
