"""Lower rooms never import higher ones."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "matcher"

# From the ground up. A module may import from its own floor and from those below.
FLOORS = [
    {"errors", "records", "numbers", "worker_process", "workers"},
    {"cache", "headings", "skills", "redaction", "claims", "languages"},
    {"documents", "corpus", "embedding"},
    {"training", "linking", "overlap"},
    {"resumes", "postings", "titles", "titles_abroad"},
    {"passages", "profiles", "targets", "corpus_check", "importing", "readability", "duplicates"},
    {"index", "scoring"},
    {"title_reading", "inspection", "learning", "careers"},
    {"contract", "facts", "wording", "time_line"},
    {"reports"},
    {"results"},
    {"parts"},
    {"matching"},
    {"batch", "tables", "evaluation", "demand"},
    {"cli", "web", "__main__"},
]


def floor(module: str) -> int:
    return next(number for number, floor in enumerate(FLOORS) if module in floor)


class _AtRunTime(ast.NodeTransformer):
    """Drops what only the type checker sees."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if ast.unparse(node.test) == "TYPE_CHECKING" else node


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(_AtRunTime().visit(ast.parse(path.read_text("utf-8")))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("matcher"):
            parts = (node.module or "").split(".")
            names.update([parts[1]] if len(parts) > 1 else [alias.name for alias in node.names])
        elif isinstance(node, ast.Import):
            parted = (alias.name.split(".") for alias in node.names)
            names.update(parts[1] for parts in parted if parts[0] == "matcher" and len(parts) > 1)
    return names


def test_lower_rooms_never_import_higher_ones() -> None:
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        wrong += [
            f"{room} imports {other}"
            for other in imported(path) - {"__version__"}
            if floor(other) > floor(room)
        ]
    assert not wrong
