<?xml version="1.0" encoding="UTF-8"?>
<!-- What many parts of the page ask of the cable, found once for a page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:cable" as="element(TEI)" select="/TEI"/>

  <!-- The day of the cable, on which people have their offices and sides. -->
  <xsl:variable name="h:day" as="xs:string?" select="ed:cable-date($h:cable) ! ed:iso-date(.)"/>

  <xsl:variable name="h:turns" as="element(sp)*" select="$h:cable/text//sp"/>

  <!-- What stands above the text: everything up to the first block of the text itself. -->
  <xsl:variable name="h:heading-parts" as="element()*">
    <xsl:variable name="parts" as="element()*" select="$h:cable/text/body/div[1]/*"/>
    <xsl:variable name="text" as="element()?" select="$parts[not(self::opener | self::head | self::pb | self::fw | self::milestone)][1]"/>
    <xsl:sequence select="$parts[empty($text) or . &lt;&lt; $text]"/>
  </xsl:variable>

</xsl:stylesheet>
