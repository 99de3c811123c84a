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

  <!-- The side of a turn is its speakers', on the day of the cable; nobody is given a side without evidence, and a turn
       spoken together for two sides is neither's. -->
  <xsl:function name="h:side" as="xs:string?">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:variable name="sides" as="xs:string*" select="
        for $who in tokenize($turn/@who)
        return (h:record($who) ! ed:side(., h:day(root($turn)/TEI)) ! ed:display-name(.), '')[1]"/>
    <xsl:sequence select="distinct-values($sides)[count(distinct-values($sides)) = 1][.]"/>
  </xsl:function>

  <xsl:function name="h:sides" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="distinct-values($cable/text//sp ! h:side(.))"/>
  </xsl:function>

</xsl:stylesheet>
