<?xml version="1.0" encoding="UTF-8"?>
<!-- Something in a cable → where a reader finds it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Its paragraph and its turn, as far as it has them, and the part of the telegram it is in. -->
  <xsl:function name="ed:place" as="attribute()+">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="paragraph" as="xs:integer?" select="($element/ancestor-or-self::p ! ed:paragraph-number(.)[. gt 0])[last()]"/>
    <xsl:for-each select="$paragraph"><xsl:attribute name="paragraph" select="."/></xsl:for-each>
    <xsl:for-each select="$element/ancestor-or-self::sp[1]"><xsl:attribute name="turn" select="ed:turn-number(.)"/></xsl:for-each>
    <xsl:attribute name="part" select="if ($paragraph) then 'text' else ed:part($element)"/>
  </xsl:function>

  <xsl:function name="ed:part" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="around" as="xs:string*" select="$element/ancestor-or-self::* ! local-name()"/>
    <xsl:sequence select="
        if ($around = 'teiHeader') then 'header'
        else if ($around = 'opener') then 'form'
        else if ($around = 'speaker') then 'speaker'
        else if ($around = ('closer', 'trailer')) then 'end'
        else if ($around = 'head') then 'heading'
        else 'text'"/>
  </xsl:function>

  <!-- The stretch of text in which something stands: a paragraph, a row of the form, a label, a heading. -->
  <xsl:function name="ed:stretch" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/(ancestor::*[self::p or self::seg[parent::opener or parent::closer] or self::dateline or self::head
          or self::speaker or self::item or self::cell or self::trailer or self::closer or self::stage][not(ancestor::note)][1], ..)[1]"/>
  </xsl:function>

  <!-- What stands before something within that stretch. -->
  <xsl:function name="ed:words-before" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="stretch" as="element()" select="ed:stretch($element)"/>
    <xsl:sequence select="ed:undelimited(ed:plain($element/ancestor-or-self::*[ancestor::* intersect $stretch]/preceding-sibling::node()))"/>
  </xsl:function>

</xsl:stylesheet>
