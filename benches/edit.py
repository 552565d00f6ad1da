"""The edit of a bench: a paragraph more in the post in the middle of a corpus."""

from __future__ import annotations

import json
from pathlib import Path


class Edit:
    """Writes another last paragraph at each save."""

    def __init__(self, site: Path) -> None:
        manifest = json.loads((site / "bench-manifest.json").read_text(encoding="utf-8"))
        self.file = site / manifest["middle"]["file"]
        self.text = self.file.read_text(encoding="utf-8")
        self.saves = 0

    def write(self) -> None:
        self.saves += 1
        self.file.write_text(f"{self.text}\nEnregistrement {self.saves}.\n", encoding="utf-8")
