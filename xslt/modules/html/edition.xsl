<?xml version="1.0" encoding="UTF-8"?>
<!-- $edition → what other files of the edition know. Everything here may be empty: a page can stand alone. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="edition" as="document-node(element(ed:edition))?" select="()"/>

  <xsl:key name="h:card" match="ed:entry" use="@stem"/>
  <xsl:key name="h:appearances" match="ed:person | ed:org | ed:place" use="local-name() || '-' || @key"/>

  <xsl:variable name="h:about" as="element(TEI)?" select="$edition/ed:edition/ed:about/TEI"/>

  <xsl:variable name="h:edition-title" as="xs:string" select="($h:about ! ed:title(.), 'Digital edition')[1]"/>

  <xsl:variable name="h:edition-version" as="xs:string?" select="$h:about/teiHeader/fileDesc/editionStmt/edition ! normalize-space()"/>

  <xsl:function name="h:licence" as="element()*">
    <xsl:for-each select="$h:about/teiHeader/fileDesc/publicationStmt/availability/(licence | p)">
      <p><xsl:value-of select="normalize-space()"/></p>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:entries" as="element(ed:entry)*">
    <xsl:sequence select="$edition/ed:edition/ed:entries/ed:entry"/>
  </xsl:function>

  <xsl:function name="h:card" as="element(ed:entry)?">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:sequence select="$edition ! key('h:card', $stem, .)[1]"/>
  </xsl:function>

  <xsl:function name="h:stem" as="xs:string">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="string($cable/@xml:id)"/>
  </xsl:function>

  <!-- The authority file's record behind a pointer such as person:hosokawa. -->
  <xsl:function name="h:record" as="element()?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="$edition ! ed:record(., string($pointer))"/>
  </xsl:function>

  <!-- "No. 1468", or the title of a cable whose number is hidden. -->
  <xsl:function name="h:entry-name" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="($entry/@number ! ('No. ' || .), $entry/ed:heading, $entry/@stem)[1] ! string()"/>
  </xsl:function>

</xsl:stylesheet>
