"""`python -m cablepress`, and the script of that name → the command. It heeds signals before anything is loaded."""

import signal
import sys
from types import FrameType

from cablepress.errors import Stopped

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")  # the last is unknown to Windows


def run() -> None:
    """Run the command; end without a traceback if somebody stops it, even while it is being loaded."""
    try:
        _heed()
        from cablepress.cli import main  # noqa: PLC0415 - loading takes long enough to be interrupted

        main(prog_name="cablepress")
    except Stopped as stop:
        sys.exit(stop.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)


def _heed() -> None:
    for name in _ENDING:
        number = getattr(signal, name, None)
        # What was to be ignored, by nohup or a shell's &, still is
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    for name in _ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)  # once is enough; let it clean up
    raise Stopped(number)


if __name__ == "__main__":
    run()
