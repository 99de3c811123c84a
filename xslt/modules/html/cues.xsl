<?xml version="1.0" encoding="UTF-8"?>
<!-- A side of a talk → its form and its word. The form does without colour, the word without the form. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Disc, square, triangle, diamond; a fifth side has its word alone. -->
  <xsl:function name="h:side-class" as="xs:string">
    <xsl:param name="side" as="xs:string?"/>
    <xsl:param name="sides" as="xs:string*"/>
    <xsl:sequence select="('cue', $side ! index-of($sides, .)[. le 4] ! ('side-' || .)) => string-join(' ')"/>
  </xsl:function>

  <xsl:function name="h:cue" as="element()?">
    <xsl:param name="side" as="xs:string?"/>
    <xsl:param name="sides" as="xs:string*"/>
    <xsl:for-each select="$side">
      <span class="{h:side-class(., $sides)}"><xsl:value-of select="."/></span>
    </xsl:for-each>
  </xsl:function>

  <!-- The form alone, where the word stands nearby. -->
  <xsl:function name="h:bare-cue" as="element()?">
    <xsl:param name="side" as="xs:string?"/>
    <xsl:param name="sides" as="xs:string*"/>
    <xsl:for-each select="$side">
      <span class="{h:side-class(., $sides)}" aria-hidden="true"></span>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
