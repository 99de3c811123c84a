"""`python -m cablepress`, and the script of that name → the command. It heeds signals before anything is loaded."""

from cablepress.stopping import heed, loading


def run() -> None:
    """Run the command; end quietly if somebody stops it, even while it is being loaded."""
    heed()
    with loading():
        from cablepress.cli import main  # noqa: PLC0415 - that takes long enough to be interrupted
    main(prog_name="cablepress")


if __name__ == "__main__":
    run()
