<?xml version="1.0" encoding="UTF-8"?>
<!-- A gap → the words that stand for it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A stub's gap is our own omission and an illegible word is nobody's act: neither is counted as a redaction. -->
  <xsl:function name="ed:is-redaction" as="xs:boolean" visibility="public">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="tokenize($gap/@reason) = ('redacted', 'withheld')"/>
  </xsl:function>

  <!-- The translator's note that tells of this gap stands right after it and points back to it. -->
  <xsl:function name="ed:report" as="element(note)?" visibility="public">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="next" as="node()?"
        select="$gap/following-sibling::node()[self::* or self::text()[normalize-space()]][1]"/>
    <xsl:sequence select="$next/self::note[@subtype = 'redaction'][tokenize(@target) = '#' || $gap/@xml:id]"/>
  </xsl:function>

  <!-- Such a note is already printed by its gap: a reading passes over it, or the words would stand twice. -->
  <xsl:function name="ed:reports-redaction" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="before" as="node()?"
        select="$note/preceding-sibling::node()[self::* or self::text()[normalize-space()]][1]"/>
    <xsl:sequence select="$before/self::gap ! exists(ed:report(.)) = true()"/>
  </xsl:function>

  <!-- The one rule: the translator's own words, else the editor's description, else reason and extent. -->
  <xsl:function name="ed:wording" as="xs:string" visibility="public">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="note" as="element(note)?" select="ed:report($gap)"/>
    <xsl:sequence select="
        if ($note) then ed:note-open($note) || ed:plain($note/node()) || ed:note-close($note)
        else if ($gap/desc) then '[' || ed:plain($gap/desc[1]/node()) || ']'
        else '[' || string-join((ed:reason-word($gap), ed:extent-words($gap)), ': ') || ']'"/>
  </xsl:function>

  <!-- Why something is not there, in one word; a whole document needs no extent beside it. -->
  <xsl:function name="ed:reason-word" as="xs:string" visibility="public">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="reason" as="xs:string" select="(tokenize($gap/@reason), 'omitted')[1]"/>
    <xsl:variable name="whole" as="xs:boolean" select="$gap/@unit = 'document'"/>
    <xsl:sequence select="
        if ($reason = 'editorial') then if ($whole) then 'text not in this edition' else 'left out by the editors'
        else if ($whole) then $reason || ' in full'
        else $reason"/>
  </xsl:function>

</xsl:stylesheet>
