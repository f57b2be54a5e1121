"""The Python side of one case, in a process of its own.

Usage: run_case.py CASE INPUT [FUNCTION]. Calls cases/CASE.py's run(bench, input), or the named function
of it, and prints one JSON object: seconds per stage, checks that show what was computed, versions and
threads.
"""

import importlib
import json
import os
import platform
import sys
import time
from contextlib import contextmanager


class Bench:
    """What a case's work is given: where it says how long it took and what came out."""

    def __init__(self):
        self.seconds = {}
        self.checks = {}
        # How many threads a library may start that has to be told (`n_jobs`).
        self.threads = int(os.environ["OMP_NUM_THREADS"])

    @contextmanager
    def stage(self, name):
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start

    def check(self, name, value):
        self.checks[name] = float(value)


def native_threads():
    """The threads of the numeric libraries that were loaded."""
    import threadpoolctl

    return {pool["user_api"]: pool["num_threads"] for pool in threadpoolctl.threadpool_info()}


def main(name, path, function="run"):
    case = importlib.import_module(f"cases.{name}")
    bench = Bench()
    getattr(case, function)(bench, path)
    versions = {package.__name__: package.__version__ for package in case.PACKAGES}
    report = {
        "seconds": bench.seconds,
        "checks": bench.checks,
        "versions": {"Python": platform.python_version(), **versions},
        "threads": native_threads(),
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main(*sys.argv[1:])
