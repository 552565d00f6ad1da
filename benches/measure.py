"""Run programs in turn as whole processes, and tell what each took as a table in Markdown.

Figures are the system's own accounting of the ended process. Machines are shared, so programs take turns within
each repetition and medians are told with the fastest and the slowest. Peak memory cannot read below that of this
script, some 20 MiB. Standard library only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass
class Run:
    """What one process took."""

    wall: float
    processor: float
    peak: float


@dataclass
class Program:
    """A program to time: what it is called, how it is started, what is made ready before."""

    name: str
    command: list[str | Path]
    folder: Path | None = None
    before: Callable[[], object] = lambda: None
    after: Callable[[], object] = lambda: None
    runs: list[Run] = field(default_factory=list)

    def run(self) -> None:
        self.before()
        start = time.perf_counter()
        child = subprocess.Popen(self.command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"{self.name}: exit code {child.returncode}")
        self.runs.append(Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
        self.after()

    @property
    def wall(self) -> float:
        return median(run.wall for run in self.runs)

    @property
    def processor(self) -> float:
        return median(run.processor for run in self.runs)

    @property
    def peak(self) -> float:
        return max(run.peak for run in self.runs)

    @property
    def walls(self) -> str:
        walls = [run.wall for run in self.runs]
        return f"{self.wall:.3f} ({min(walls):.3f}–{max(walls):.3f})"


def take_turns(programs: list[Program], repetitions: int) -> None:
    """Runs each program once, then each again: what else the machine does falls on all."""
    for _ in range(repetitions):
        for program in programs:
            program.run()


def table(title: str, programs: list[Program], beside: list[Program]) -> str:
    """The programs, a line each, with the ratio of their wall seconds to those of others."""
    heads = [title, "wall s (fastest–slowest)", "processor s", "peak MiB", *(f"÷ {other.name}" for other in beside)]
    lines = [row(heads), "|---" * len(heads) + "|"]
    for program in programs:
        ratios = [f"{program.wall / other.wall:.2f}" for other in beside]
        lines.append(row([program.name, program.walls, f"{program.processor:.2f}", f"{program.peak:.0f}", *ratios]))
    return "\n".join(lines) + "\n"


def row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
