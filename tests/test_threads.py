"""Threads and async: the same answers from many threads at once, and from an event loop."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from quotex.extract import Extractor, extract_quotes

TEXTS = [
    f"“We won {number} times,” said Ana Ruiz of club {number}. Her rival, Bo Lund, denied that it was close.\n\n"
    f"“Number {number % 7} was lucky,” he added."
    for number in range(40)
]


def test_threads_share_one_extractor() -> None:
    expected = [extract_quotes(text) for text in TEXTS]
    extractor = Extractor()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(extractor.extract, TEXTS * 3)) == expected * 3


def test_an_event_loop_goes_on_while_texts_are_read() -> None:
    async def work() -> tuple[list[int], int]:
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                ticks += 1
                await asyncio.sleep(0.001)

        ticking = asyncio.create_task(tick())
        found = await asyncio.gather(*(asyncio.to_thread(extract_quotes, text) for text in TEXTS))
        ticking.cancel()
        return [len(result) for result in found], ticks

    counts, ticks = asyncio.run(work())
    assert counts == [len(extract_quotes(text)) for text in TEXTS]
    assert ticks > 1
