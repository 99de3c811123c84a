<?xml version="1.0" encoding="UTF-8"?>
<!-- Records of a leaf: redactions and notes → the words by which the indexes tell them apart. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- What was taken out: "time", "name", "line". A whole document has a word of its own. -->
  <xsl:function name="ed:kind-words" as="xs:string" visibility="public">
    <xsl:param name="redaction" as="element(ed:redaction)"/>
    <xsl:sequence select="
        if ($redaction/@unit = 'document') then 'whole telegram'
        else ($redaction/@unit ! ed:unit-word(.), 'unknown')[1]"/>
  </xsl:function>

  <!-- Where it stands. -->
  <xsl:function name="ed:part-words" as="xs:string" visibility="public">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="
        if ($record/@paragraph) then 'paragraph ' || $record/@paragraph
        else if ($record/@unit = 'document') then 'the text'
        else map { 'form': 'above the text', 'heading': 'in the heading', 'speaker': 'the speaker’s label', 'end': 'below the text',
                   'text': 'in the text', 'header': 'in the description' }($record/@part)"/>
  </xsl:function>

  <xsl:function name="ed:note-kind-words" as="xs:string" visibility="public">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="map {
        'editorial': 'editors’ note', 'translator': 'translator’s note', 'footnote': 'telegram’s footnote',
        'marginal': 'marginal note' }($kind)"/>
  </xsl:function>

  <!-- "120 telegrams: 80 full text, 38 description only, 2 withheld in full" -->
  <xsl:function name="ed:states-words" as="xs:string" visibility="public">
    <xsl:param name="states" as="xs:string*"/>
    <xsl:variable name="parts" as="xs:string*" select="
        for $state in $ed:state-order, $number in count($states[. = $state])[. gt 0]
        return format-integer($number, '#,##0') || ' ' || lower-case(ed:state-word($state))"/>
    <xsl:sequence select="format-integer(count($states), '#,##0') || ' ' || (if (count($states) = 1) then 'telegram' else 'telegrams') || ': ' || string-join($parts, ', ')"/>
  </xsl:function>

  <!-- The states in the order of how much there is to read. -->
  <xsl:variable name="ed:state-order" as="xs:string+" select="'full', 'described', 'withheld'"/>

</xsl:stylesheet>
