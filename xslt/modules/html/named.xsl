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
        h:row('People', h:named-list($card/ed:person)), h:row('Organisations', h:named-list($card/ed:org))"/>
    <xsl:sequence select="h:section('named', 'Named in this telegram', h:facts($rows))"/>
  </xsl:function>

  <xsl:function name="h:named-list" as="element()?">
    <xsl:param name="named" as="element()*"/>
    <xsl:where-populated>
      <ul class="plain-list"><xsl:sequence select="$named[(ed:speaks | ed:named)/@paragraph != ''] ! h:named-item(.)"/></ul>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="h:named-item" as="element()?">
    <xsl:param name="named" as="element()"/>
    <xsl:variable name="pointer" as="xs:string" select="local-name($named) || ':' || $named/@key"/>
    <xsl:for-each select="h:record($pointer)">
      <li>
        <xsl:sequence select="h:link(h:person-address($pointer), ed:display-name(.))"/>
        <xsl:sequence select="h:paragraph-links($named/(ed:speaks | ed:named)/@paragraph, '')"/>
      </li>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
