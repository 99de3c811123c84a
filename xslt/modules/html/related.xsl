<?xml version="1.0" encoding="UTF-8"?>
<!-- The telegrams that a telegram's header names, by how they belong together. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:related" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="rows" as="element()*">
      <xsl:for-each-group select="$cable//correspContext/ref" group-by="ed:relation-heading(@type, @subtype)">
        <xsl:sequence select="h:row(current-grouping-key(), h:related-list(current-group()))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="h:section('related', 'Related telegrams', h:facts($rows))"/>
  </xsl:function>

  <xsl:function name="h:facts" as="element()?">
    <xsl:param name="rows" as="element()*"/>
    <xsl:where-populated>
      <dl class="facts"><xsl:sequence select="$rows"/></dl>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="h:related-list" as="element()">
    <xsl:param name="refs" as="element(ref)+"/>
    <ul class="plain-list"><xsl:sequence select="$refs ! h:related-item(.)"/></ul>
  </xsl:function>

  <xsl:function name="h:related-item" as="element()">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="h:card(replace($ref/@target, '\.xml(#.*)?$', ''))"/>
    <li>
      <xsl:sequence select="h:link(h:address($ref/@target), h:kept-together(($entry ! h:entry-title(.), normalize-space($ref))[1]))"/>
      <xsl:text> </xsl:text>
      <xsl:sequence select="$entry/@state ! h:state-tag(.)"/>
    </li>
  </xsl:function>

  <xsl:function name="h:state-tag" as="element()">
    <xsl:param name="state" as="xs:string"/>
    <span class="state"><xsl:sequence select="h:glyph($state)"/><xsl:value-of select="ed:state-word($state)"/></span>
  </xsl:function>

</xsl:stylesheet>
