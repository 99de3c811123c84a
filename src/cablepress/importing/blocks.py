"""The paragraphs after the heading, and the convention of labels → turns, paragraphs, lists, the end of a cable."""

import re
from dataclasses import dataclass, field

from cablepress.importing.ending import edge
from cablepress.importing.ending import ending as ending_of
from cablepress.importing.header import is_person_line
from cablepress.importing.holdings import Holdings
from cablepress.importing.inline import inline, worded
from cablepress.importing.labels import Convention, Turn, whole_turn
from cablepress.importing.likeness import COUNTRY, SEVERAL, SIDE, bare_label, is_numbered, likeness
from cablepress.importing.mentions import Setting
from cablepress.importing.nodes import Content, Node, node, texts
from cablepress.importing.paragraphs import Paragraph
from cablepress.importing.people import UNKNOWN, Found, find

_NUMBERED = re.compile(r"(\d{1,3})\.(?=\s+\S)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_COUNTED = re.compile(
    rf"(?:(?P<plain>\d{{1,3}})\.|[（(](?P<enclosed>\d{{1,2}})[)）]|(?P<roman>{'|'.join(_ROMANS)})\.)(?=\s+\S)"
)
_MARKED = re.compile(
    r"(?:\([a-z\d]{1,3}\)|[a-z]\.|[ivx]{1,4}\.|[A-Z]\.|[IVX]{1,4}\.|[（(][１-９0-9一二三四五六七八九十]{1,2}[)）]|"
    r"[１-９][．.]|•|—|–|-)(?=\s+\S)"
)
_NARRATIVE = re.compile(
    r"(?:Notes?: |The (?:meeting|conversation|talks?|session|discussion|audience|dinner|"
    r"luncheon) (?:ended|adjourned|concluded|lasted|closed|was (?:then )?(?:adjourned|"
    r"concluded|closed|ended|suspended|broken off))|"
    r"At this point,? .{0,80}(?:left|entered|joined|adjourned)|\[(?:Omitted "
    r"here|Here follow|The meeting)|\(The meeting|The (?:decision|resolution|proposal|motion) (?:is|was) (?:adopted|"
    r"approved|carried|accepted)|After (?:this|that|the (?:meeting|talks?|conversation|luncheon|dinner))\b.{0,120}"
    r"\b(?:left|moved|went|adjourned|proceeded|departed|parted)\b)"
)
_TOLD = re.compile(
    r"(?:The )?(?P<who>[A-Z][^,;:()\[\]!?]{1,60}?),? (?:(?:then|also|again|only|here|now|thereupon|in turn) )*"
    r"(?:said|stated|replied|remarked|asked|answered|noted|thanked|smiled|nodded|laughed|added|agreed|interrupted|"
    r"explained|responded|expressed|continued|concluded|inquired|objected|interjected|observed|repeated|rose|left)\b"
)
_ATTENDANCE = re.compile(
    r"(?:participants|present|attendees|in attendance|those present|also present)\s*:?", re.IGNORECASE
)
_REMARK = re.compile(r"\((?=[A-Z])[^()]{1,300}[a-z][.!]\)")  # a sentence of its own among the turns
_SPEECH = frozenset(("p", "list"))


@dataclass(frozen=True, slots=True)
class Speaking:
    """A turn as it was made: its key and how surely, the label, where it stands."""

    label: str
    found: Found
    sure: str
    why: str
    line: int


@dataclass(slots=True)
class Body:
    """The blocks of a text while they are made, and what is to be told of them."""

    setting: Setting
    holdings: Holdings
    date: str
    blocks: list[Node] = field(default_factory=list)
    spoken: list[Speaking] = field(default_factory=list)
    turn: list[Node] = field(default_factory=list)  # of the turn that is open; its first is the label
    opened: Speaking | None = None
    is_headed: bool = False  # numbered paragraphs below belong to that turn: its label stands alone, or it began with 1
    numbers: dict[str, int] = field(default_factory=dict)  # of the last paragraph in no turn: of “1.”, of “I.”

    def close_turn(self) -> None:
        """End the turn that is open."""
        if self.opened is not None:
            sure = _lower(self.opened)
            if any(each.name in _SPEECH for each in self.turn[1:]):
                doubt = "" if sure == "high" or (sure, self.opened.found.sure) == ("medium", "medium") else sure
                self.blocks.append(node("sp", *self.turn, who=self.opened.found.key, cert=doubt))
            else:  # a label and no speech is no turn
                self.blocks += (node("p", *self.turn[0].children), *self.turn[1:])
                self.spoken.remove(self.opened)
        self.opened, self.turn = None, []

    def goes_on(self, text: str) -> bool:
        """Whether a paragraph goes on with the numbers of the telegram's own paragraphs, and is said by nobody."""
        kind, number = _counted(text)
        self.is_headed = self.is_headed or number == 1
        return not self.is_headed and number == self.numbers.get(kind, 0) + 1 > 1

    def add(self, block: Node) -> None:
        """Add a block to the turn that is open, else to the text."""
        first = block.children[0] if block.children else ""
        if self.opened is None and isinstance(first, Node) and first.name == "label":
            self.numbers |= [_counted(f"{texts(first.children)} -")]
        (self.blocks if self.opened is None else self.turn).append(block)

    def speak(self, turn: Turn, line: int) -> None:
        """Begin a turn."""
        self.close_turn()
        found = find(turn.label, self.date, self.holdings)
        self.opened = Speaking(turn.label, found, turn.sure, turn.why, line)
        self.spoken.append(self.opened)
        self.is_headed = not turn.rest or is_numbered(turn.label) or "(1) " in turn.rest or " 1. " in f" {turn.rest}"
        self.numbers |= [_counted(turn.label)] if _NUMBERED.match(turn.label) else []
        label = _label(turn.label, found)
        # A line ends after a label alone; in Japanese nothing else would part it from what follows
        self.turn = [node("speaker", *label) if turn.rest else node("speaker", *label, " ")]


def _counted(text: str) -> tuple[str, int]:
    """Give the number with which a paragraph begins, and its kind: “2. …”, “(2) …” or “II. …”; 0 without one."""
    found = _COUNTED.match(text)
    if found is None:
        return "", 0
    kind = str(found.lastgroup)
    return kind, _ROMANS.index(found[kind]) + 1 if kind == "roman" else int(found[kind])


def _lower(one: Speaking) -> str:
    order = ("high", "medium", "low")
    return max((one.sure, one.found.sure), key=order.index)


def _label(label: str, found: Found) -> Content:
    """Encode a label: the name or office in it, its punctuation round it."""
    bare = bare_label(label)
    at = label.find(bare)
    if "[" in label or "■" in label or at < 0 or not bare or found.key == UNKNOWN:
        return worded(inline(label, Setting("name")))
    name = likeness(label).name
    if not name or likeness(label).why in (SIDE, SEVERAL, COUNTRY):
        inside = node("rs", bare, type="person")
    elif name == bare:
        inside = node("persName", bare)
    elif bare.endswith(name) and bare != name:
        role = bare.removesuffix(name)
        inside = node("persName", node("roleName", role.rstrip()), role[len(role.rstrip()) :], name)
    else:
        inside = node("persName", bare)
    return (label[:at], inside, label[at + len(bare) :])


def blocks(body: Body, some: tuple[Paragraph, ...], convention: Convention) -> tuple[Node, ...]:
    """Encode all paragraphs; return what stands after them: trailer and closer."""
    last, ending = ending_of(some, convention, body.setting)
    n = 0
    while n < last:
        n = _one(body, some, n, last, convention)
    body.close_turn()
    if all(each.name == "fw" for each in body.blocks):  # a text there must be, if only a banner
        body.blocks = [node("p", *each.children) for each in body.blocks]
    return ending


def _one(body: Body, some: tuple[Paragraph, ...], n: int, last: int, convention: Convention) -> int:
    """Encode the paragraph at n, with those that belong to it; return where to go on."""
    one = some[n]
    if one.kind != "text":
        body.add(edge(one.kind, one.text or one.pieces[0][1]))
        return n + 1
    if turn := convention.turns.get(n):
        body.speak(turn, one.line.number)
        if turn.rest:
            body.turn.append(_paragraph(one, body.setting, turn.rest))
        return n + 1
    if whole_turn(one.text):
        body.close_turn()
        body.spoken.append(
            Speaking(one.text, find("[name blacked out]", "", body.holdings), "medium", "it says so", one.line.number)
        )
        body.blocks.append(node("sp", _paragraph(one, Setting("turn"), None), who=UNKNOWN))
        return n + 1
    if (
        _ATTENDANCE.fullmatch(one.text)
        and body.opened is None
        and (stop := _attending(some, n, last, convention)) > n + 1
    ):
        items = (node("item", *inline(each.text, body.setting)) for each in some[n + 1 : stop])
        body.add(node("list", node("head", *inline(one.text)), *items, type="attendance"))
        return stop
    if (
        body.opened is not None
        and len(body.turn) > 1
        and (_NARRATIVE.match(one.text) or body.goes_on(one.text) or _is_told(one.text, convention))
    ):
        body.close_turn()
    if _REMARK.fullmatch(one.text) and any(at > n for at in convention.turns):
        body.add(node("p", node("stage", *worded(inline(one.text)), type="business")))
        return n + 1
    body.add(_paragraph(one, body.setting, None))
    return n + 1


def _is_told(text: str, convention: Convention) -> bool:
    """Whether a paragraph tells in the third person what one of the speakers said or did: then nobody says it."""
    if not text[:60].casefold().removeprefix("the ").startswith(convention.speakers):
        return False
    found = _TOLD.match(text)
    return found is not None and found["who"].casefold() in convention.speakers


def _attending(some: tuple[Paragraph, ...], n: int, last: int, convention: Convention) -> int:
    stop = n + 1
    while (
        stop < last and some[stop].kind == "text" and stop not in convention.turns and is_person_line(some[stop].text)
    ):
        stop += 1
    return stop


def _paragraph(one: Paragraph, setting: Setting, rest: str | None) -> Node:
    """Encode a paragraph: its own number, then its text, with what the page's edge puts in between."""
    words = one.pieces[0][1] if rest is None else rest if len(one.pieces) == 1 else one.pieces[0][1][-len(rest) :]
    if rest is not None and len(one.pieces) > 1:
        words = one.pieces[0][1][len(one.text) - len(rest) :]
    content: list[Node | str] = []
    number = ""
    if found := _NUMBERED.match(words) or _MARKED.match(words):
        number = found[1] if found.re is _NUMBERED else ""
        content.append(node("label", found[0]))
        words = words[found.end() :]
    content += inline(words, setting)
    for kind, more in one.pieces[1:]:
        content += (" ", edge(kind, more), " ") if kind != "text" else inline(more, setting)
    return node("p", *content, n=number)
