<?xml version="1.0" encoding="UTF-8"?>
<!-- Telegrams that belong together → what each is to the others. Every bond is told at both of its ends. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:bonds" as="element(ed:link)*" select="h:entries()/ed:link[@type != 'related']"/>

  <xsl:key name="h:bonds-to" match="ed:link[@type != 'related']" use="@target"/>

  <xsl:function name="h:bonds" as="element()?">
    <xsl:if test="$h:bonds">
      <section>
        <xsl:sequence select="h:section('bonds', 'Telegrams that belong together')"/>
        <dl class="facts bonds">
          <xsl:sequence select="h:entries()[ed:link[@type != 'related'] or key('h:bonds-to', @stem, $edition)] ! h:bound(.)"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:bound" as="element()">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <div>
      <dt><a href="{$entry/@stem}.html"><xsl:value-of select="h:entry-name($entry)"/></a></dt>
      <dd>
        <p class="subject"><xsl:sequence select="h:kept-together($entry/ed:heading)"/></p>
        <ul class="plain-list">
          <xsl:for-each-group select="$entry/ed:link[@type != 'related']" group-by="ed:relation-words(@type, @subtype)">
            <li>
              <xsl:value-of select="current-grouping-key() || ': '"/>
              <xsl:for-each select="current-group()">
                <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
                <span class="together"><xsl:sequence select="h:other-end(.)"/></span>
              </xsl:for-each>
            </li>
          </xsl:for-each-group>
          <xsl:for-each select="key('h:bonds-to', $entry/@stem, $edition)[not(../@stem = $entry/ed:link[@type != 'related']/@target)]/..">
            <li>Named by <a href="{@stem}.html"><xsl:value-of select="h:entry-name(.)"/></a></li>
          </xsl:for-each>
        </ul>
      </dd>
    </div>
  </xsl:function>

  <!-- The other telegram, or what it is called where the edition has no page of it. -->
  <xsl:function name="h:other-end" as="item()*">
    <xsl:param name="link" as="element(ed:link)"/>
    <xsl:variable name="other" as="element(ed:entry)?" select="h:card($link/@target)"/>
    <xsl:sequence select="h:link($other ! (@stem || '.html'), ($other ! h:entry-name(.), string($link))[1])"/>
  </xsl:function>

</xsl:stylesheet>
