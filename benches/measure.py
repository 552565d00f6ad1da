#!/usr/bin/env python3
"""Run a command three times and print the fastest: wall and processor seconds, peak memory.

    measure.py LABEL [--before SHELL] COMMAND...

The figures are the system's own accounting of the ended process. Standard library only.
"""

import os
import subprocess
import sys
import time

label, *command = sys.argv[1:]
before = None
if command[0] == "--before":
    before, command = command[1], command[2:]
runs = []
for _ in range(3):
    if before:
        subprocess.run(["sh", "-c", before], check=True)
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{label}: exit code {child.returncode}")
    runs.append((time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
wall, cpu, peak = min(runs)
print(f"{label:<34} {wall:9.3f} {cpu:9.3f} {peak:9.0f}", flush=True)
