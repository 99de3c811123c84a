"""What collating came to → the text of a report, for people, for other programs, for the ledger."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from cablepress.collation.account import IN_MARKUP, Account
from cablepress.collation.difference import Difference, Kind, Spot
from cablepress.collation.excerpt import side_by_side
from cablepress.collation.overview import Overview
from cablepress.report import concise as finding_by_finding
from cablepress.report import visible
from cablepress.report.repository import from_repository


def concise(seen: Overview) -> str:
    """Give each departure one line, and each cable that does not depart."""
    lines = (line for each in seen.accounts for line in (*_lines(each), *_verdict(each)))
    apart = (f"{each.path}: not collated: {each.why}." for each in seen.apart)
    return "".join(f"{visible(line)}\n" for line in (*lines, *apart)) + finding_by_finding(seen.findings, {})


def full(seen: Overview) -> str:
    """Show each departure in both texts, one above the other, with what to do about it."""
    shown = (paragraph for each in seen.accounts for paragraph in _paragraphs(each))
    verdicts = (f"{visible(line)}\n" for each in seen.accounts for line in _verdict(each))
    apart = (f"{visible(each.path)}: not collated: {each.why}.\n" for each in seen.apart)
    rest = "".join((*verdicts, *apart)) + finding_by_finding(seen.findings, {})
    return "\n".join((*shown, *([rest] if rest else [])))


def as_json(seen: Overview) -> str:
    """Tell everything as one JSON object, paths relative to the repository."""
    cables = [
        *(_object(each) for each in seen.accounts),
        *({"cable": from_repository(each.path), "status": "not collated", "why": each.why} for each in seen.apart),
    ]
    findings = [asdict(each) | {"path": from_repository(each.path)} for each in seen.findings]
    return json.dumps({"cables": cables, "findings": findings}, ensure_ascii=False, indent=1) + "\n"


def as_ledger(seen: Overview) -> str:
    """Write the entries that would declare what nobody declared; the reasons are the editors' to give."""
    return "\n".join(_entry(account, each) for account in seen.accounts for each in account.undeclared)


FORMATS: Mapping[str, Callable[[Overview], str]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "ledger": as_ledger,
}


def summary(seen: Overview) -> str:
    """Say in one line what was compared and what came of it."""
    kinds = [str(each.kind) for account in seen.accounts for each in account.undeclared]
    declared = sum(len(each.differences) for each in seen.accounts) - len(kinds)
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in Kind if kind in kinds)
    departures = f"{_count(len(kinds), 'departure')}{f' ({counts})' if counts else ''}"
    rest = f"; {declared} declared" if declared else ""
    rest += f"; {_count(len(seen.apart), 'cable')} not collated" if seen.apart else ""
    return f"{_count(len(seen.accounts), 'cable')} collated: {departures}{rest}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lines(account: Account) -> Iterator[str]:
    for each, reason in zip(account.differences, account.reasons, strict=True):
        path, spot = (account.cable, each.cable) if each.cable.line else (account.page, each.page)
        source = f" ({_at(account.page, each.page)})" if each.cable.line else ""
        declared = f"; declared: {reason}" if reason else ""
        yield f"{_at(path, spot)}: {each.kind} {_sides(each)}{source}{declared}"


def _sides(each: Difference) -> str:
    if each.kind is Kind.MOVED:
        return f"“{each.page.abridged}”"
    return " → ".join(f"“{spot.abridged}”" if spot.words else "nothing" for spot in (each.page, each.cable))


def _at(path: str, spot: Spot) -> str:
    return f"{path}:{spot.line}:{spot.column}" if spot.line else path


def _verdict(account: Account) -> Iterator[str]:
    if not account.undeclared:
        declared = len(account.differences)
        but = f" but for what is declared ({declared})" if declared else ""
        yield f"{account.cable}: equal to its transcription{but}, {_count(account.words, 'word')}."


def _paragraphs(account: Account) -> Iterator[str]:
    for each, reason in zip(account.differences, account.reasons, strict=True):
        said = f"declared: {reason}" if reason else f"{each.message} {each.remedy}".strip()
        head = f"{each.kind}: {account.cable if each.cable.line else account.page}"
        yield f"{visible(head)}\n{side_by_side(each)}  = {visible(said)}\n"


def _object(account: Account) -> Mapping[str, object]:
    return {
        "cable": from_repository(account.cable),
        "transcription": from_repository(account.page),
        "status": "departs" if account.undeclared else "equal",
        "words": account.words,
        "departures": [
            asdict(each) | {"declared": reason or None, "is_markup": reason == IN_MARKUP}
            for each, reason in zip(account.differences, account.reasons, strict=True)
        ],
    }


def _entry(account: Account, each: Difference) -> str:
    sides = {"page": each.page.abridged, "text": "" if each.kind is Kind.MOVED else each.cable.abridged}
    lines = [
        "[[departure]]",
        f"cable = {_quoted(account.stem)}",
        f"kind = {_quoted(each.kind)}",
        *([f"line = {each.page.line}"] if each.page.line else []),
        *(f"{key} = {_quoted(words)}" for key, words in sides.items() if words),
        'reason = ""',
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Write a string as TOML has it, which for these is as JSON does; what nobody sees is escaped."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in written)
