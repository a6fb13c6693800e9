"""Make the picture of the display that the docs show.

    python -m benchmarks.pictures.screenshot [ARTICLE] [--out docs/_static/screenshot.png] [--dark] [--point 3]

Needs Chromium (on Debian: apt-get install chromium) and nothing else.
"""

from __future__ import annotations

import argparse
import pathlib
import tempfile

from benchmarks.paths import ROOT
from benchmarks.pictures.browser import Browser
from quotex.extract import extract_quotes
from quotex.show.display import render_html


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", default=ROOT / "docs/examples/harbour.txt", help="a text file")
    parser.add_argument("--out", default=ROOT / "docs/_static/screenshot.png", help="the picture to write")
    parser.add_argument("--dark", action="store_true", help="the dark theme")
    parser.add_argument("--point", type=int, help="the number of a quotation to hover over")
    parser.add_argument("--size", type=int, nargs=2, default=(820, 1000), metavar=("WIDTH", "HEIGHT"))
    options = parser.parse_args()
    text = pathlib.Path(options.article).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(render_html(extract_quotes(text)), encoding="utf-8")
        browser.size(*options.size)
        browser.open(page, dark=options.dark)
        if options.point:
            browser.run("Element.prototype.scrollIntoView = () => {}")
            browser.point_at(f'mark[data-n="{options.point}"]')
        browser.picture(pathlib.Path(options.out))
    print(options.out)


if __name__ == "__main__":
    main()
