<?xml version="1.0" encoding="UTF-8"?>
<!-- Who speaks for whom: the sides of a talk, in the order of their first turn. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Of everybody who speaks, once: the bar, the list of turns, the legend and the turns themselves all ask. -->
  <xsl:variable name="h:side-of" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="distinct-values($h:turns/@who)">
        <xsl:variable name="speakers" as="xs:string" select="string()"/>
        <xsl:for-each select="h:side-of-speakers(.)"><xsl:map-entry key="$speakers" select="."/></xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The side of a turn is its speakers', on the day of the cable; nobody is given a side without evidence, and a turn
       spoken together for two sides is neither's. -->
  <xsl:function name="h:side-of-speakers" as="xs:string?">
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:variable name="sides" as="xs:string*" select="
        distinct-values(tokenize($pointers) ! (h:record(.) ! ed:side(., $h:day) ! ed:display-name(.), '')[1])"/>
    <xsl:sequence select="$sides[count($sides) = 1][.]"/>
  </xsl:function>

  <xsl:function name="h:side" as="xs:string?">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:sequence select="$turn/@who ! $h:side-of(string())"/>
  </xsl:function>

  <xsl:variable name="h:sides" as="xs:string*" select="distinct-values($h:turns ! h:side(.))"/>

</xsl:stylesheet>
