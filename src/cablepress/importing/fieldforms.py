"""A line of a heading → the field that it is, by its label in any spelling, or its form if it has none."""

import re

HIDDEN = r"(?:\[[^\[\]]*\]|\([^()]*(?:redacted|blacked|declassified)[^()]*\)|■+(?:\{[^{}]*\})?)"
_CLASSES = (
    "(?:strictly |most |top )?secret(?: and confidential)?|s e c r e t|(?:strictly "
    "|highly )?confidential|c o n f i d e n t i a l|restricted|unclassified|limited "
    "official use|for official use only|official use only|eyes only|極秘|秘|無期限|"
    "取扱注意|部外秘|unclas"
)
_PRECEDENCES = (
    "(?:top|most|extremely|extra|very) urgent|urgent|flash|immediate|niact immediate|"
    "priority|routine|regular|normal|ordinary|express|lightning|大至急|至急|普通|immediate "
    "action"
)
HANDLINGS = (
    "limited distribution|limited dist\\.?|no distribution|no foreign|nodis|exdis|"
    "limdis|stadis|noforn|cherokee|special (?:handling|distribution)|restricted "
    "distribution|sensitive|personal (?:and|&) confidential|personal|by hand|limit(?:ed)? "
    "circulation|限定配布"
)
MARKS = re.compile(
    rf"(?<![\w-])(?:(?P<classification>{_CLASSES})|(?P<precedence>{_PRECEDENCES})|(?P<handling>{HANDLINGS}))(?![\w-])",
    re.IGNORECASE,
)
REDACTION = re.compile(HIDDEN)
HANDLED = re.compile(HANDLINGS, re.IGNORECASE)
HANDLED_ASIDE = re.compile(
    rf"\({HANDLINGS}(?:[,;/ ]+(?:{HANDLINGS}))*\.?\)"
    r"|\([^()]{0,40}\b(?:distribution|dissemination|circulation)\b[^()]{0,30}\)|[（(]限定配布[)）]",
    re.IGNORECASE,
)
CODE = r"\(?[A-Z]{1,2}\d[A-Z0-9]{1,8}\)?"
CODED = re.compile(rf"(?:Number|No\.?)\s*[:：]?\s*(?={CODE}(?:\s+{CODE})?$)|Number\s+(?={HIDDEN})", re.IGNORECASE)
_COLON = r"\s*[:：]\s*"
_OPEN = r"\s*[:：]?\s*"

# In the order of trial. What follows the label is the value; a label may stand alone on its line.
_LABELLED = (
    (
        "registration",
        (
            r"(?:(?:registration|register|control|document|receipt|general|serial|total)\s+)?(?:numbers?|"
            r"no\.?|nos\.?)(?:\s+of\s+\w+)?"
        )
        + _COLON
        + r"|(?:総?番号|整理番号|総番号)"
        + _OPEN,
    ),
    ("registration", r"(?:cable|telegram|wire|reg(?:istration)?\.?|ref(?:erence)?)\s+(?:numbers?|no\.?)" + _COLON),
    (
        "action-office",
        r"(?:primary|lead|action)(?: (?:office|bureau|division|section))?" + _COLON + r"|(?:主管|主管局課)" + _OPEN,
    ),
    (
        "sent",
        r"(?:sent|dispatched|despatched|transmitted|(?:date|time) of (?:dispatch|despatch|sending)|"
        r"date sent|time sent|sending)(?: (?:from|on|at))?" + _COLON + "|(?:発信|発電)" + _OPEN + "|発" + _COLON,
    ),
    (
        "received",
        r"(?:received|(?:date|time) of (?:receipt|arrival)|date received|arrived|receipt|arrival)(?: (?:by|on|at|in))?"
        + _COLON
        + "|(?:受信|着電|受電)"
        + _OPEN
        + "|着"
        + _COLON
        + r"|\[received\s+(?=[A-Z\d])",
    ),
    (
        "date",
        r"(?:date|date and time|date/time|time|date & time|time and place|date and place|place and date)"
        + _COLON
        + "|日時"
        + _COLON,
    ),
    ("place", r"(?:place|location|venue)" + _COLON + "|場所" + _COLON),
    (
        "to",
        r"(?:to|for|memorandum (?:for|to)|addressee|recipient|cc|copies? to|info|information)"
        + _COLON
        + r"|(?-i:MEMORANDUM FOR)\s+(?!the (?:record|files?)\b)(?=[A-Z])"
        + "|(?:宛先?|宛て)"
        + _COLON,
    ),
    ("from", r"(?:from|sender|author|by)" + _COLON + "|(?:発信者|差出人)" + _COLON),
    ("subject", r"(?:subject|subj|topic|title|concerning)" + _COLON + "|(?:件名)" + _OPEN),
    (
        "reference",
        r"(?:re|ref|refs|reference|references|regarding|in reply to|reply to)"
        + _COLON
        + (
            r"|(?:re|ref|regarding|in reply to|with reference to)\b\.?\s+(?=(?:your |my "
            r"|our |outgoing |incoming |separate )?(?:wires?|telegrams?|cables?)\b)|(?:往電|"
            r"貴電|来電)\s*(?=第)"
        ),
    ),
    (
        "markings",
        (
            r"(?:classification|security(?: classification)?|precedence|urgency|priority|"
            r"degree of (?:secrecy|urgency)|秘密区分|handling)"
        )
        + _COLON,
    ),
    (
        "participants",
        (
            r"(?:participants|present|attendees|attended by|in attendance|those present|"
            r"also present|list of participants|出席者)(?: (?:from|for|on) (?:the )?[A-Z][\w. ]{1,40})?"
        )
        + _COLON,
    ),
    ("distribution", r"(?:distribution|pass(?:ed)? to|copies|distributed to)" + _COLON),
)
# Each label is a group, in the order of trial: the number of the one that matched says which kind it is
LABEL = re.compile("|".join(f"({form})" for _, form in _LABELLED), re.IGNORECASE)
KINDS = ("", *(kind for kind, _ in _LABELLED))
ALONE = dict.fromkeys(("participants", "attendees", "present", "also present", "in attendance"), "participants") | {
    "subject": "subject",
    "subj": "subject",
    "subjects": "topics",
    "re": "reference",
    "date": "date",
    "place": "place",
    "to": "to",
    "from": "from",
}
TELEGRAMS = re.compile(
    r"(?:outgoing|incoming|separate|divided|your|my|our|re:?|regarding|reference|"
    r"(?:with|in) (?:regard|reference) to|further to|concerning)?"
    r"\s*(?:(?:your|my|our|outgoing|incoming|separate)\s+)?\b(?:telegrams?|"
    r"cables?|wires?)\b\s*(?:(?:nos?\.?|numbers?|#)\s*)?(?:\d|\[|■)|divided (?:telegram|"
    r"cable|wire)|"
    r"(?:separate|continued from|part \d+ of) (?:telegram|cable|wire)",
    re.IGNORECASE,
)
# Each word ends at a separator: nothing can be divided in two ways
REFERRING = re.compile(
    r"(?:(?:outgoing|incoming|separate|divided|your|my|our|re|regarding|reference|with|in|further|regard|concerning|"
    r"telegrams?|cables?|wires?|nos?|numbers?|and|&|of|to|the|continued|from|part|above|ref|dated|on|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d{1,6}[a-z]?|\(\d+ of \d+\)|\d+/\d+|"
    + HIDDEN
    + r")(?:[\s,;:.]+|$))+",
    re.IGNORECASE,
)
FROM_POST = re.compile(r"F(?:M|ROM)\s+(?:AM|US)?[A-Z][A-Z ./-]+$")
TO_POST = re.compile(r"(?:TO|INFO|RUEH\w*/?)\s+[A-Z][A-Z ./]+.*")
DTG = re.compile(r"(?:[OPRZ](?: [OPRZ])?\s+)?\d{6}Z\s+[A-Z]{3}\s+\d{2,4}\b.*")
SECTION = re.compile(r"(?:[A-Z](?: [A-Z])*\s+)*(?:FINAL )?SECTION\s+\d+\s+OF\s+\d+.*")
LINES = re.compile(
    (
        r"E\.?O\.?\s*\d{4,5}.*|PAGE \d+\b.*|(?:AMEMBASSY|AMCONSUL|USMISSION|USUN|SECDEF|JCS|CINC\w+|USINT)\b.*|"
        r"TAGS?:?\s.*|BT|ZZ+\w*|NNNN|UNCLAS.*|ACTION [A-Z]+.*|"
        r"(?:DECL|DRV|AUTH|DRAFTED|APPROVED|CLEARED)\b.*:.*|[A-Z]{2,}\d+ RUEH.*|DE "
        r"RU\w+.*|(?:prepared|made|printed|typed) in (?:\w+ ){1,3}cop(?:y|ies)\.?|"
        r"電信写|電信案|(?:Secret\.? )?Copy No\.? ?\d+\.?|Cop(?:y|ies) (?:No\.|to) "
        r".{1,40}"
    ),
    re.IGNORECASE,
)
FORM = re.compile(
    r"(?:\d{1,3}\.\s+)?"
    r"(?:memorandum(?: (?:of|for|on|about|regarding|concerning)\b.*)?|memcon|"
    r"record of (?:conversation|meeting|talks?)\b.*|"
    r"minutes of\b.*|summary (?:record|minutes)\b.*|transcript\b.*|telegram|cable|"
    r"(?:ciphered |coded |incoming |outgoing )+(?:telegram|cable|message)s?\b.*|"
    r"telephone conversation\b.*|telegram from .* to .*|"
    r"letters? (?:from|to)\b.*|backchannel message\b.*|intelligence (?:memorandum|report)\b.*|"
    r"national (?:security|intelligence)\b.*|"
    r"(?:letter|report|note|despatch|airgram|editorial note|paper prepared)\b.*|"
    r"embassy of\b.*|ministry of foreign affairs\b.*|department of state|the white "
    r"house|外務省)",
    re.IGNORECASE,
)
OWN_NUMBER = re.compile(
    r"(?:(?:ciphered|coded|cipher) )?(?:telegram|cable|ciphergram)\s+(?:no\.?\s*|nr\.?\s*|number\s*|#)?\d[\d./-]*",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?P<label>(?:No\.?|Nos\.?|Number|Nr\.?|№|第)\s*[:：]?\s*)(?P<value>\d[\d-]*|[A-Z]{1,2}\d[A-Z0-9]{1,8}\b|"
    + HIDDEN
    + r")(?:号)?(?P<rest>.*)",
    re.IGNORECASE,
)
POST_NUMBERED = re.compile(r"(?:[A-Z ]+ )?[A-Z]{4,} \d{3,6}(?:\s+\d{6}Z?)?")
WORDED = re.compile(r"(?:Sent|Dispatched|Received) from (?=[A-Z])")
NAMED = re.compile(r"(?:往電|貴電|来電)\s*第.{0,40}")
ADDRESSED = re.compile(r"[（(]?\s*.{0,40}殿[)）]?(?:\s\S+)?")
HEAD_OF_MISSION = re.compile(r"[\u4e00-\u9fff]{0,10}(?:大使|総領事|公使)")
