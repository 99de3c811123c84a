<?xml version="1.0" encoding="UTF-8"?>
<!-- Whom and what the text of a telegram names, and where: the index card of the telegram, read back. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:named" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="card" as="element(ed:entry)?" select="h:card(h:stem($cable))"/>
    <xsl:variable name="rows" as="element()*" select="
        h:row('Speakers', h:named-list($card/ed:person/ed:speaks)),
        h:row('Named', h:named-list($card/ed:person/ed:named[h:is-in-text(., $cable)])),
        h:row('Organisations', h:named-list($card/ed:org/ed:named[h:is-in-text(., $cable)]))"/>
    <xsl:sequence select="h:section('named', 'People and organisations', h:facts($rows))"/>
  </xsl:function>

  <!-- The card knows the header's names too; whom only the header names, this telegram does not. -->
  <xsl:function name="h:is-in-text" as="xs:boolean">
    <xsl:param name="named" as="element(ed:named)"/>
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="$named/@paragraph != '' or $cable/text//@ref/tokenize(.) = h:pointer($named/..)"/>
  </xsl:function>

  <xsl:function name="h:pointer" as="xs:string">
    <xsl:param name="known" as="element()"/>
    <xsl:sequence select="local-name($known) || ':' || $known/@key"/>
  </xsl:function>

  <xsl:function name="h:named-list" as="element()?">
    <xsl:param name="appearances" as="element()*"/>
    <xsl:where-populated>
      <ul class="plain-list"><xsl:sequence select="$appearances/.. ! h:named-item(., * intersect $appearances)"/></ul>
    </xsl:where-populated>
  </xsl:function>

  <!-- A name above or below the text has no paragraph to lead to. -->
  <xsl:function name="h:named-item" as="element()?">
    <xsl:param name="known" as="element()"/>
    <xsl:param name="appearances" as="element()+"/>
    <xsl:for-each select="h:record(h:pointer($known))">
      <li>
        <xsl:sequence select="h:link(h:person-address(h:pointer($known)), ed:display-name(.))"/>
        <xsl:sequence select="h:paragraph-links($appearances/@paragraph, '')"/>
      </li>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
