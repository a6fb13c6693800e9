"""Run the command line, ``python -m quotex``: who said what in files, folders, standard input or an archive."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # type checkers take it for true; all imports wait for `main`, which answers Ctrl-C
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from contextlib import ExitStack
    from typing import Any

    from quotex.attributions import Attributions
    from quotex.command.sources import Source

BAD_INPUT = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    usual = sys.unraisablehook
    sys.unraisablehook = _end_at_once
    try:
        _write_utf8()
        from quotex.command.options import parse

        options = parse(arguments)
        status = _run_archive(options) if options.jsonl else _run_files(options)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        _stay_quiet()
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()  # the reader (head, less) has seen enough
        return 0
    except OSError as error:
        print(f"quotex: cannot write the output: {error.strerror or error}", file=sys.stderr)
        _drop_output()
        return BAD_INPUT
    finally:
        sys.unraisablehook = usual


def _end_at_once(unraisable: Any) -> None:
    """Answer a Ctrl-C that comes while Python frees objects, where it would only be printed and forgotten."""
    if unraisable.exc_type is KeyboardInterrupt:
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(unraisable)


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale says: the JSON promises it, and names need it."""
    from io import TextIOWrapper

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Send what is left to nowhere; Python would complain again while it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stay_quiet() -> None:
    """Ignore Ctrl-C from here on: a second one would print a traceback while Python ends."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _run_archive(options: argparse.Namespace) -> int:
    from quotex.archive import extract_archive
    from quotex.command.sources import STANDARD_INPUT

    return extract_archive(
        options.files[0] if options.files else STANDARD_INPUT,
        options.output,
        text=options.text,
        id=options.id,
        kinds=options.kinds,
        speakers=options.speakers,
        threshold=options.threshold,
        workers=options.workers,
        progress=options.progress,
    )


def _run_files(options: argparse.Namespace) -> int:
    """Print what each file says; report those that cannot be read, and go on."""
    from contextlib import ExitStack

    from quotex.command.output import is_same_file, writer
    from quotex.command.sources import found, read
    from quotex.many import ExtractionError, extract_many

    report = _Reporter()
    names = found(options.files, report)
    if options.output and any(is_same_file(options.output, name) for name in names):
        report(f"{options.output}: this is the file that is read; choose another name for the output")
        return BAD_INPUT
    several = len(names) > 1 or len(options.files) > 1
    savers = _savers(options, several)
    silent = options.html and options.output is None and not (options.json or options.csv)
    sources: list[Source] = []
    with ExitStack() as stack:
        try:
            out = _output(options.output, stack)
        except OSError as error:
            report(f"{options.output}: {error.strerror}")
            return BAD_INPUT
        show = writer(options, out, several)

        def texts() -> Any:
            for source in read(names, options.encoding, report):
                sources.append(source)
                yield source.text

        results = extract_many(
            texts(),
            workers=options.workers,
            errors="collect",
            kinds=options.kinds,
            speakers=options.speakers,
            threshold=options.threshold,
            progress=options.progress,
        )
        for result in results:
            source = sources.pop(0)
            if isinstance(result, ExtractionError):
                report(f"{source.name}: {result.message}")
                continue
            try:
                for save in savers:
                    save(source, result)
            except OSError as error:
                report(f"{error.filename}: {error.strerror}")
            if not silent:
                show(source.name, result)
    return report.status


def _savers(options: argparse.Namespace, several: bool) -> list[Callable[[Source, Attributions], None]]:
    """Return what saves the text and the page of each file, where the options ask for it."""
    from quotex.command.output import Saver

    savers: list[Callable[[Source, Attributions], None]] = []
    if options.text_out:
        text_saver = Saver(options.text_out, ".txt", several)
        savers.append(lambda source, _: text_saver(source, source.text))
    if options.html:
        page_saver = Saver(options.html, ".html", several)
        savers.append(lambda source, result: page_saver(source, result.to_html()))
    return savers


def _output(name: str | None, stack: ExitStack) -> Any:
    if name is None:
        return sys.stdout
    return stack.enter_context(open(name, "w", encoding="utf-8", errors="backslashreplace", newline="\n"))


class _Reporter:
    """Write complaints to standard error, one line each, and remember that there were some."""

    status = 0

    def __call__(self, message: str) -> None:
        from quotex.records import to_wire

        print("quotex:", " ".join(to_wire(message).split()), file=sys.stderr)
        self.status = BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
