"""Opens the web page in this process."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from matcher.corpus import shared_folder


def serve(port: int) -> None:
    """Runs app.py under streamlit until it is stopped."""
    from streamlit.web import bootstrap

    folder = shared_folder()
    settings = _settings(folder / ".streamlit" / "config.toml") | {"server_port": port}
    bootstrap.load_config_options(settings)
    bootstrap.run(str(folder / "app.py"), False, [], settings)


def _settings(path: Path) -> dict[str, Any]:
    """The page's own settings, which streamlit would only look for in the current folder."""
    return {
        f"{section}_{name}": value
        for section, values in tomllib.loads(path.read_text("utf-8")).items()
        for name, value in values.items()
    }
