"""`python -m cablepress` → the command."""

from cablepress.cli import main

if __name__ == "__main__":
    main(prog_name="cablepress")
