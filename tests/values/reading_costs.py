"""Measure what reading a text costs, apart from what other tests left in memory."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cost_of(work: Callable[[], object], runs: int = 3) -> float:
    """
    Return the processor time of *work* in seconds, the best of some runs.

    The collector rests meanwhile: it would walk the objects of every test before.
    """
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            started = time.process_time()
            work()
            times.append(time.process_time() - started)
    finally:
        gc.enable()
    return min(times)
