#!/usr/bin/env python3
"""Times previews: from a save to the new bytes served, from the start to the first page, and memory.

    preview.py SITE [--beside PEER -- COMMAND...] [--grappe PROGRAM] [--repeat N]

SITE is a folder that benches/corpus.py laid out; its `bench-manifest.json` names a post in the middle of
the corpus, whose body is edited, and the newest, whose title is edited while the first page is asked for.
PEER is the same corpus laid out for another generator, and COMMAND its server, in which `{port}` stands
for the port. Both are timed in turn in one run, since machines differ and are shared. What is told is the
median of the edits, with the fastest and the slowest, in milliseconds: for grappe 30 of them are the quiet
time for which it waits after a save. Linux, standard library only.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        reply = connection.getresponse()
        body = reply.read()
        return body if reply.status == 200 else b""
    except OSError:
        return b""
    finally:
        connection.close()


def wait_for(port: int, path: str, words: bytes) -> float:
    while words not in (get(port, path) or b"\0"):
        time.sleep(0.002)
    return time.perf_counter()


def with_paragraph(text: str, words: str) -> str:
    return f"{text.rstrip()}\n\n{words}\n"


def with_title(text: str, words: str) -> str:
    return re.sub(r"(?m)^title: .*$", f'title: "{words}"', text, count=1)


def memory(process: int) -> float:
    """Resident memory of a process and its children, in MiB."""
    children = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True, check=False)
    total = 0
    for one in [str(process), *children.stdout.split()]:
        status = Path(f"/proc/{one}/status").read_text()
        total += int(re.search(r"VmRSS:\s+(\d+)", status)[1])
    return total / 1024


def edits(port: int, site: Path, post: dict, page: str, edit, repeat: int) -> list[float]:
    path = site / post["file"]
    original = path.read_text(encoding="utf-8")
    times = []
    try:
        wait_for(port, page, b"<")
        for number in range(repeat):
            # Some servers look on a fixed tick: the wait is of no fixed length.
            time.sleep(0.6 + 0.13 * number % 0.7)
            words = f"mot-{os.getpid()}-{number}-fin"
            text = edit(original, words)
            saved = time.perf_counter()
            path.write_text(text, encoding="utf-8")
            times.append((wait_for(port, page, words.encode()) - saved) * 1000)
    finally:
        path.write_text(original, encoding="utf-8")
    return times


def measure(label: str, site: Path, command: list[str], repeat: int) -> dict[str, float]:
    posts = json.loads((site / "bench-manifest.json").read_text())
    port = free_port()
    command = [part.replace("{port}", str(port)) for part in command]
    start = time.perf_counter()
    server = subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        first = wait_for(port, posts["middle"]["url"], b"<") - start
        time.sleep(5)
        idle = memory(server.pid)
        body = edits(port, site, posts["middle"], posts["middle"]["url"], with_paragraph, repeat)
        title = edits(port, site, posts["newest"], "/", with_title, repeat)
    finally:
        server.terminate()
        server.wait()
    show = lambda times: f"{statistics.median(times):.0f} ({min(times):.0f}–{max(times):.0f})"
    print(f"{label:<24} {first:>8.2f} {idle:>9.0f} {show(body):>20} {show(title):>20}", flush=True)
    return {"body": statistics.median(body), "title": statistics.median(title)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--grappe", default=str(PROJECT / "target" / "release" / "grappe"))
    parser.add_argument("--repeat", type=int, default=7)
    given = sys.argv[1:]
    end = given.index("--") if "--" in given else len(given)
    arguments, command = parser.parse_args(given[:end]), given[end + 1:]
    print(f"{'':<24} {'first s':>8} {'idle MiB':>9} {'body ms':>20} {'title, home ms':>20}")
    own = [arguments.grappe, "serve", "--port", "{port}"]
    times = measure(f"grappe, {arguments.site.name}", arguments.site.resolve(), own, arguments.repeat)
    if arguments.beside:
        peer = measure(f"beside, {arguments.beside.name}", arguments.beside.resolve(), command, arguments.repeat)
        ratios = ", ".join(f"{what} {peer[what] / times[what]:.0f}" for what in times)
        print(f"times as fast: {ratios}")


if __name__ == "__main__":
    main()
