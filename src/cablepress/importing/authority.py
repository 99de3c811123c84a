"""An authority file and draft records → the file with the records in it, every other byte as it was."""

import re
from xml.sax.saxutils import escape

from cablepress.errors import Refused
from cablepress.importing.nodes import Node, node, serialised
from cablepress.importing.people import Record

_LIST_END = re.compile(r"[ \t]*</listPerson\s*>")
_STANDOFF = re.compile(r"<standOff\b[^>]*(?<!/)>")

_NEW = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="../schema/cable.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?>
<?xml-model href="../schema/cable.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="authority" type="authority" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title type="main">Authority file: people, organisations, places, markings</title>
      </titleStmt>
      <publicationStmt>
        <authority>{releaser}</authority>
      </publicationStmt>
      <sourceDesc>
        <p>Names are those of the telegrams; records with cert="low" are drafts that no editor has confirmed.</p>
      </sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <listPerson>
    </listPerson>
  </standOff>
</TEI>
"""


def with_records(text: str | None, records: tuple[Record, ...], releaser: str) -> str:
    """Put records at the end of the list of people; without a file, begin one.

    Raises Refused if the file has no place for them.
    """
    if text is None:
        text = _NEW.replace("{releaser}", escape(releaser))
    made = "".join(f"      {serialised(_person(one), 3)}\n" for one in records)
    ends = list(_LIST_END.finditer(text))
    if ends:
        at = ends[-1].start()
        return text[:at] + made + text[at:]
    opening = _STANDOFF.search(text)
    if opening is None:
        raise Refused("authority.xml has no standOff for new people; mend it first.")
    return f"{text[: opening.end()]}\n    <listPerson>\n{made}    </listPerson>{text[opening.end() :]}"


def _person(one: Record) -> Node:
    """Write a draft record: it says so by its certainty, and holds nothing beyond what the label says."""
    words = one.name.split()
    name: tuple[Node | str, ...] = (one.name,)
    if one.office and words and not one.is_group:
        first = " ".join(words[:-1])
        name = (*((node("forename", first), " ") if first else ()), node("surname", words[-1]))
    office = (node("occupation", one.office),) if one.office else ()
    kind = "personGrp" if one.is_group else "person"
    return node(kind, node("persName", *name, type="display"), *office, xml_id=one.key.replace(":", "-", 1), cert="low")
