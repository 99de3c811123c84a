"""Failures that are ours or the machine's, each with the exit code that the command returns."""

_SIGNALLED = 128  # what shells add to a signal's number


class CablepressError(Exception):
    """A failure that is told to the user in one sentence, without a traceback."""

    exit_code = 3


class WrongUsage(CablepressError):
    """The command was asked for something that cannot be: a missing folder, overlapping paths."""

    exit_code = 2


class Refused(CablepressError):
    """There is something to mend before the command can do what it was asked."""

    exit_code = 1


class MachineFailure(CablepressError):
    """The disk, a worker process or the program itself failed."""


class Stopped(SystemExit):
    """Somebody asked the command to end. The exit that it is cleans up on its way, and ends with the signal's code."""

    def __init__(self, signal: int) -> None:
        """Take the code from the signal that asked, as shells do."""
        super().__init__(_SIGNALLED + signal)
