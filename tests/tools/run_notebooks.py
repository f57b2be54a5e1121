"""Executes Deno notebooks headless, in the given order, and writes or compares their outputs.

nbclient alone is not enough for the Deno kernel:

* the kernel sometimes sends an output after it said "idle", so this client goes on listening;
* a promise rejected without anybody awaiting it does not fail its cell, so a guard collects
  unhandled rejections and errors in the kernel and is asked after every cell.

Called by notebooks.ts, which creates the virtual environment and checks the cells' types first.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from queue import Empty

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import (
    CellExecutionComplete,
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)

# How long the kernel is listened to after it said that a cell is done.
SECONDS_AFTER_IDLE = 1 / 3

# Runs silently before the first cell, so the saved notebook knows nothing of it.
GUARD = """
(() => {
  const lost = [];
  const keep = (event, what) => {
    event.preventDefault();
    lost.push(`${what}: ${event.reason ?? event.error}`);
  };
  globalThis.addEventListener("unhandledrejection", (e) => keep(e, "unhandled rejection"));
  globalThis.addEventListener("error", (e) => keep(e, "uncaught error"));
  globalThis[Symbol.for("notebook guard")] = lost;
})();
"""

# A turn of the event loop lets pending rejections reach the guard.
ASK_GUARD = """
await new Promise((resolve) => setTimeout(resolve, 0));
if (globalThis[Symbol.for("notebook guard")].length > 0) {
  throw new Error(globalThis[Symbol.for("notebook guard")].splice(0).join("; "));
}
"""

# What the notebook records about its language: nothing that changes with the kernel's version.
KERNELSPEC = {"display_name": "Deno", "language": "typescript", "name": "deno"}
LANGUAGE_INFO = {
    "codemirror_mode": "typescript",
    "file_extension": ".ts",
    "mimetype": "text/x.typescript",
    "name": "typescript",
    "nbconvert_exporter": "script",
    "pygments_lexer": "typescript",
}


class CellFailure(Exception):
    """A cell failed, in one sentence."""


class DenoNotebookClient(NotebookClient):
    """An nbclient that misses neither late outputs nor unhandled rejections."""

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        await super()._async_poll_output_msg(parent_msg_id, cell, cell_index)
        while True:
            try:
                message = await self.kc.iopub_channel.get_msg(timeout=SECONDS_AFTER_IDLE)
            except Empty:
                return
            if message["parent_header"].get("msg_id") == parent_msg_id:
                try:
                    self.process_message(message, cell, cell_index)
                except CellExecutionComplete:
                    pass

    async def async_start_new_kernel_client(self):
        client = await super().async_start_new_kernel_client()
        await self.run_silently(GUARD)
        return client

    async def async_execute_cell(self, cell, cell_index, **options):
        where = cell_name(self.nb, cell_index)
        try:
            done = await super().async_execute_cell(cell, cell_index, **options)
        except CellExecutionError as error:
            message = f"{error.ename}: {error.evalue}" if error.evalue else error.ename
            raise CellFailure(f"{where} failed: {message}") from None
        except CellTimeoutError:
            raise CellFailure(f"{where} took longer than {self.timeout} seconds.") from None
        except DeadKernelError:
            raise CellFailure(f"{where} ended the kernel.") from None
        lost = await self.run_silently(ASK_GUARD)
        if lost:
            raise CellFailure(f"{where}: {lost}")
        return done

    async def run_silently(self, code):
        """Runs code that leaves no trace in the notebook; returns its error's text, or ""."""
        request = self.kc.execute(code, silent=True, store_history=False)
        reply = await self.async_wait_for_reply(request)
        if reply is None:
            return "the kernel did not answer"
        content = reply["content"]
        return content.get("evalue", "error") if content["status"] != "ok" else ""


def cell_name(notebook, index):
    """Names a cell as JupyterLab's margin counts it, with its first line of code."""
    number = sum(cell.cell_type == "code" for cell in notebook.cells[: index + 1])
    lines = [line for line in notebook.cells[index].source.splitlines() if line.strip()]
    return f"code cell {number} (`{lines[0].strip() if lines else ''}`)"


def read_notebook(path):
    """Reads a notebook, giving cells without an id one that is the same in every run."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    for number, cell in enumerate(raw["cells"], start=1):
        cell.setdefault("id", f"cell-{number}")
    raw["nbformat_minor"] = max(raw.get("nbformat_minor", 0), 5)
    return nbformat.reads(json.dumps(raw), as_version=4)


def serialize(notebook, deno):
    """The notebook's text, formatted and free of everything that differs from run to run."""
    notebook.metadata["kernelspec"] = KERNELSPEC
    notebook.metadata["language_info"] = LANGUAGE_INFO
    number = 0
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        number += 1
        cell.execution_count = number
        for output in cell.outputs:
            if "execution_count" in output:
                output["execution_count"] = number
            # The kernel repeats every table as data; its HTML is what is shown.
            if "text/html" in output.get("data", {}):
                output["data"].pop("application/vnd.dataresource+json", None)
    text = nbformat.writes(notebook) + "\n"
    command = [deno, "fmt", "--ext=ipynb", "-"]
    return subprocess.run(command, input=text, text=True, stdout=subprocess.PIPE, check=True).stdout


def kernel_environment(transactions):
    """The kernel's environment variables; the notebooks read `transactions` if there are any."""
    environment = {**os.environ, "NO_COLOR": "1"}  # colour codes would end up in the outputs
    environment.pop("SHOPPER_INPUT", None)
    return {**environment, "SHOPPER_INPUT": str(transactions)} if transactions else environment


async def execute(path, kernel_log, options):
    """Executes one notebook in a fresh kernel and returns its new text."""
    notebook = read_notebook(path)
    kernels = Path(sys.prefix) / "share" / "jupyter" / "kernels"
    manager = AsyncKernelManager(
        kernel_name="deno",
        kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(kernels)]),
    )
    client = DenoNotebookClient(
        notebook,
        km=manager,
        timeout=options.timeout,
        force_raise_errors=True,
        record_timing=False,
        coalesce_streams=True,
    )
    client.owns_km = True
    client.log.setLevel("CRITICAL")  # failures are told in our own sentences
    await client.async_execute(
        cwd=str(options.cwd),
        env=kernel_environment(options.input),
        stdout=kernel_log,
        stderr=kernel_log,
    )
    return serialize(notebook, options.deno)


def first_difference(path, text):
    """Names the first cell whose committed form differs from the executed one."""
    old, new = (json.loads(t)["cells"] for t in (path.read_text(encoding="utf-8"), text))
    notebook = nbformat.reads(text, as_version=4)
    for index, (before, after) in enumerate(zip(old, new)):
        if before != after:
            return cell_name(notebook, index) if after["cell_type"] == "code" else f"cell {index + 1}"
    return "its metadata"


def write_atomically(path, text):
    """Replaces a file as a whole: the new content is complete before it takes the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def run(options):
    """Executes all notebooks, then writes or compares them; returns the exit code."""
    executed = {}
    for path in options.notebooks:
        print(f"{path.name} … ", end="", flush=True)
        with tempfile.TemporaryFile() as kernel_log:
            try:
                text = asyncio.run(execute(path, kernel_log, options))
            except CellFailure as failure:
                print("failed", flush=True)
                print(f"{path.name}, {failure}", file=sys.stderr)
                kernel_log.seek(0)
                said = kernel_log.read().decode(errors="replace").splitlines()
                said = [line for line in said if '"deno jupyter" is unstable' not in line]
                print(*[f"  kernel: {line}" for line in said[-20:]], sep="\n", file=sys.stderr)
                return 1
        executed[path] = text
        cells = sum(cell["cell_type"] == "code" for cell in json.loads(text)["cells"])
        print(f"{cells} cells", flush=True)

    if options.check:
        changed = [p for p, text in executed.items() if p.read_text(encoding="utf-8") != text]
        for path in changed:
            print(
                f"{path.name}: a rerun gives other outputs than the committed ones, first in "
                f"{first_difference(path, executed[path])}. Run `deno task notebooks` and look at "
                "the difference.",
                file=sys.stderr,
            )
        return 1 if changed else 0

    for path, text in executed.items():
        write_atomically((options.output or path.parent) / path.name, text)
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--deno", required=True, help="formats the cells")
    parser.add_argument("--cwd", type=Path, required=True, help="where the kernels run")
    parser.add_argument("--input", type=Path, help="transactions for the notebooks to read")
    parser.add_argument("--output", type=Path, help="write copies here, not in place")
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--timeout", type=int, default=300, help="seconds per cell")
    return run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
