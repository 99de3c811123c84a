"""The words of an archive's site → which of its lines a line is: a button, a label, the rights, the source."""

import re

SKIP = re.compile(
    (
        r"skip to (?:main )?content|search in|jump to navigation|menu|home|wilson "
        r"center(?: digital archive)?|digital archive|international history declassified|"
        r"history and public policy program"
    ),
    re.IGNORECASE,
)
RELATED = re.compile(r"related (?:documents?|content|records)", re.IGNORECASE)
INFORMATION = re.compile(r"document (?:information|details|data)", re.IGNORECASE)
TEXT_HERE = re.compile(
    (
        r"(?:english|original|japanese|russian|romanian|hungarian|german)(?: language)?(?: "
        r"\(?(?:html|text|transcript|translation|version)\)?)|transcript(?:ion)?|translation|"
        r"full text|view document"
    ),
    re.IGNORECASE,
)
CHROME = re.compile(
    (
        r"citation|get citation|share|share this|print|download|download pdf|pdf|view "
        r"(?:document )?in|cite|citation:|back to (?:top|search results)|"
        r"summary|abstract|view original|scan|tools|copy|show|hide|document|next|previous|"
        r"html|email|facebook|twitter|tweet|add to (?:list|folder)|save|"
    )
    + TEXT_HERE.pattern,
    re.IGNORECASE,
)
SUMMARY = re.compile(r"(?:summary|abstract|description)s?:?", re.IGNORECASE)
CITATION = re.compile(
    (
        r"https?://|\bwilson center digital archive\b|\bhistory and public policy "
        r"program digital archive\b|\bcontributed to\b|\bmade possible with support\b|"
        r"\bsupport from\b.*\b(?:foundation|corporation)\b"
    ),
    re.IGNORECASE,
)
INFO_LABELS = re.compile(
    (
        r"document information|original uploaded date|record id|original (?:archive|"
        r"classification|language)|language|source|rights|type|subjects? discussed|"
        r"subjects?|people mentioned|places mentioned|contributors?|donors?|associated "
        r"(?:places|people|themes)|publishers?|author\(?s?\)?|associated .*|"
        r"translat(?:or|ion)s?|coverage|keywords?|collections?|document (?:author|"
        r"date)|date uploaded|uploaded|the document(?: is)?|copyright|view more|share|"
        r"citation|persistent link|archive|tags"
    ),
    re.IGNORECASE,
)
RIGHTS = re.compile(
    (
        r"\b(?:welcomes reuse|rights status|copyright|permission|rights holders?|leon "
        r"levy|fair use|public domain|creative commons)\b"
    ),
    re.IGNORECASE,
)
SOURCE = re.compile(
    (
        r"\b(?:archiv\w*|file no|translated (?:by|for)|obtained (?:by|for|from)|provided "
        r"by|contributed by|fond|fondo|opis|delo|RG \d+|record group|box \d+|folder|"
        r"library|ministry of foreign affairs|collection|MOL|AVPRF|RGANI|PA AA|SAPMO|"
        r"microfilm|reel)\b"
    ),
    re.IGNORECASE,
)
