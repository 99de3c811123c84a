<?xml version="1.0" encoding="UTF-8"?>
<!-- A link between telegrams → how the one belongs to the other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A divided telegram was cut for sending; a separate telegram carries one subject of a main one. -->
  <xsl:variable name="ed:relations" as="map(xs:string, xs:string)" select="map {
      'prev': 'The part before this one', 'next': 'The part after this one', 'part': 'A part of this telegram',
      'whole': 'The telegram this is a part of', 'reply': 'A reply', 'original': 'The original',
      'translation': 'A translation', 'prev divided': 'Previous part of this divided telegram',
      'next divided': 'Next part of this divided telegram', 'part separate': 'A separate telegram to this one',
      'whole separate': 'Main telegram, of which this is a separate telegram', 'related': 'Related' }"/>

  <!-- How the telegram that a reference names belongs to the one that names it. -->
  <xsl:function name="ed:relation-words" as="xs:string" visibility="public">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:param name="subtype" as="xs:string?"/>
    <xsl:sequence select="
        ($ed:relations($type || ' ' || $subtype), $ed:relations(string($type)), $ed:relations('related'))[1]"/>
  </xsl:function>

  <!-- The same over a list of such telegrams, which "Related" alone does not set apart from the others. -->
  <xsl:function name="ed:relation-heading" as="xs:string" visibility="public">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:param name="subtype" as="xs:string?"/>
    <xsl:variable name="words" as="xs:string" select="ed:relation-words($type, $subtype)"/>
    <xsl:sequence select="if ($words = $ed:relations('related')) then 'Other related telegrams' else $words"/>
  </xsl:function>
</xsl:stylesheet>
