"""Runs a command and adds what the operating system says of it: time, processor time, memory.

Usage: measure.py COMMAND ARGUMENT…. The command's output passes through; one line of JSON follows:
seconds (start to end), processor_seconds (user and system), peak_bytes (largest resident set). Both
sides of the benchmark are measured by it, so neither has to measure itself.
"""

import json
import os
import sys
import time

start = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - start
# Linux counts kibibytes, macOS bytes.
unit = 1 if sys.platform == "darwin" else 1024
measured = {
    "seconds": seconds,
    "processor_seconds": usage.ru_utime + usage.ru_stime,
    "peak_bytes": usage.ru_maxrss * unit,
}
print(json.dumps(measured), flush=True)
sys.exit(os.waitstatus_to_exitcode(status))
