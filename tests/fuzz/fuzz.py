"""The name of a target, options of libFuzzer → hours of trying, guided by what each try reaches.

atheris is no dependency: `pip install atheris`.
"""

import sys
from pathlib import Path

import atheris

CORPUS = Path(__file__).with_name("corpus")
sys.path[:0] = [str(CORPUS.parent), str(CORPUS.parents[1] / "sandbox")]


def main() -> None:
    """Try a target until something breaks, or the time is up."""
    name, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["cablepress"]):
        from targets import TARGETS  # noqa: PLC0415 - to be instrumented, it is loaded here

    found = Path("fuzz") / name  # git ignores it
    found.mkdir(parents=True, exist_ok=True)
    # Saxon has uses of its own for these signals
    ours = ["-handle_segv=0", "-handle_bus=0", "-timeout=10", "-rss_limit_mb=2048", f"-artifact_prefix={found}/"]
    atheris.Setup([sys.argv[0], *ours, *options, str(found), str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
