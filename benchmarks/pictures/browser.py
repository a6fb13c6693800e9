"""A headless Chromium to look at pages with, spoken to through two pipes: no driver and no package is needed.

The protocol is Chrome's own (DevTools): JSON messages that end with a NUL, in on descriptor 3, out on descriptor 4.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time
from typing import Any

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 120


def find_browser() -> str | None:
    """Return the path of a Chromium, or None when there is none, as on Windows, where it takes no pipes."""
    if os.name == "nt":
        return None
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Browser:
    """One page in a browser of its own, with a profile of its own that goes away with it.

    with Browser() as page:
        page.open(path)
        page.run("document.title")
    """

    def __init__(self, width: int = 1000, height: int = 900) -> None:
        program = find_browser()
        if program is None:
            raise FileNotFoundError(f"no browser found; looked for {', '.join(PROGRAMS)}")
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.process, self.write, self.read = _start(program, self.profile.name, width, height)
        self.numbers, self.waiting, self.events = itertools.count(1), b"", list[str]()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    session: str | None = None

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command and return its answer."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return dict(answer["result"])
            self.events.append(answer.get("method", ""))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.waiting:
            if not select.select([self.read], [], [], PATIENCE)[0]:
                raise TimeoutError(f"the browser said nothing for {PATIENCE} seconds")
            received = os.read(self.read, 1 << 20)
            if not received:
                raise RuntimeError("the browser went away")
            self.waiting += received
        message, _, self.waiting = self.waiting.partition(b"\0")
        return dict(json.loads(message))

    def open(self, page: pathlib.Path, dark: bool = False, medium: str = "screen") -> None:
        """Open a file and wait until it has loaded."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=medium, features=[scheme])
        self.call("Page.navigate", url=page.resolve().as_uri())
        end = time.monotonic() + PATIENCE
        while self.run("document.readyState") != "complete" or self.run("location.href") == "about:blank":
            if time.monotonic() > end:
                raise TimeoutError(f"{page} did not load")
            time.sleep(0.02)

    def run(self, script: str) -> Any:
        """Run a script in the page and return what it gives."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"].get("description"))
        return answer["result"].get("value")

    def point_at(self, selector: str) -> None:
        """Move the mouse over the first box of an element."""
        box = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center'});"
            "const b = e.getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2] })()"
        )
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])

    def size(self, width: int, height: int, scale: float = 2) -> None:
        """Give the page a window of this size, with so many dots a pixel."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
        )

    def picture(self, path: pathlib.Path) -> None:
        """Save what the page shows, once it is drawn."""
        self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 200)))")
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def close(self) -> None:
        """End the browser."""
        for descriptor in (self.write, self.read):
            os.close(descriptor)
        self.process.terminate()
        self.process.wait(PATIENCE)
        self.profile.cleanup()

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _start(program: str, profile: str, width: int, height: int) -> tuple[subprocess.Popen[bytes], int, int]:
    import fcntl  # which Windows does not have

    to_browser, from_us = os.pipe()
    from_browser, to_us = os.pipe()
    arguments = [program, *FLAGS, f"--user-data-dir={profile}", f"--window-size={width},{height}"]

    def adopt() -> None:
        # High copies first: the pipes may stand on the very descriptors that they have to move to.
        copies = [fcntl.fcntl(descriptor, fcntl.F_DUPFD, 10) for descriptor in (to_browser, to_us)]
        for copy, place in zip(copies, (3, 4), strict=True):
            os.dup2(copy, place)
            os.close(copy)

    process = subprocess.Popen(
        arguments, preexec_fn=adopt, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(to_browser)
    os.close(to_us)
    return process, from_us, from_browser
