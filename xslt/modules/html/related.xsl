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
    <xsl:variable name="refs" as="element(ref)*" select="$h:cable/teiHeader//correspContext/ref"/>
    <xsl:if test="$refs">
      <section>
        <xsl:sequence select="h:section('related', 'Related telegrams')"/>
        <dl class="facts">
          <xsl:for-each-group select="$refs" group-by="ed:relation-heading(@type, @subtype)">
            <div>
              <dt><xsl:value-of select="current-grouping-key()"/></dt>
              <dd><ul class="plain-list"><xsl:sequence select="current-group() ! h:related-item(.)"/></ul></dd>
            </div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:related-item" as="element()">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="h:card(h:file($ref/@target))"/>
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
