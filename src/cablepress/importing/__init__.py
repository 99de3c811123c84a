"""A typed page → a TEI draft of its cable, stage by stage: layout, header, labels, turns, inline, tei.

Every stage is a pure function from one value to the next; only `desk` and `holdings` touch the disk.
"""
