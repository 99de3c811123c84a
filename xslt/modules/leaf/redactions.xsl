<?xml version="1.0" encoding="UTF-8"?>
<!-- The redactions of a cable → a record of each: what, how much, by whom, where, and the words round it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:redactions" as="element(ed:redaction)*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:for-each-group select="$cable/text//gap[ed:is-redaction(.)]" group-by="generate-id(ed:stretch(.))">
      <xsl:variable name="parts" as="xs:string*" select="tokenize(ed:plain(ed:stretch(.)/node()), $ed:delimiter)"/>
      <xsl:variable name="at" as="map(xs:string, xs:integer)" select="
          map:merge(for $at in (2 to count($parts))[. mod 3 = 2] return map:entry($parts[$at], $at), map { 'duplicates': 'use-first' })"/>
      <xsl:for-each-group select="current-group()" group-adjacent="generate-id(ancestor::p[1])">
        <xsl:variable name="among" as="xs:integer?" select="ancestor::p[1] ! ed:words(.)"/>
        <xsl:sequence select="current-group() ! ed:redaction(., $parts, $at(string(ed:redaction-number(.))), $among)"/>
      </xsl:for-each-group>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Parts that are looked through for the words round a redaction: even if each were one letter, they are enough. A text
       is the first of them in both directions, since each redaction is three parts. -->
  <xsl:variable name="ed:near" as="xs:integer" select="301"/>

  <!-- Where it is among the parts of its stretch is not known of a reading of another copy, whose words are not there; it
       has no context then. -->
  <xsl:function name="ed:redaction" as="element(ed:redaction)">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:param name="parts" as="xs:string*"/>
    <xsl:param name="at" as="xs:integer?"/>
    <xsl:param name="among" as="xs:integer?"/>
    <ed:redaction number="{ed:redaction-number($gap)}">
      <xsl:copy-of select="$gap/(@reason | @unit | @quantity | @atLeast | @atMost | @extent | @rend | @cert)"/>
      <xsl:sequence select="ed:place($gap)"/>
      <xsl:for-each select="ed:extent-words($gap)"><xsl:attribute name="size" select="."/></xsl:for-each>
      <xsl:for-each select="ed:hands($gap)"><xsl:attribute name="authority" select="."/></xsl:for-each>
      <xsl:for-each select="ed:report($gap) ! ed:hands(.)"><xsl:attribute name="reporter" select="."/></xsl:for-each>
      <xsl:for-each select="$among"><xsl:attribute name="among" select="."/></xsl:for-each>
      <ed:before><xsl:value-of select="ed:tail(ed:joined($at ! subsequence($parts, . - $ed:near, $ed:near)), 90)"/></ed:before>
      <ed:wording><xsl:value-of select="ed:wording($gap)"/></ed:wording>
      <ed:after><xsl:value-of select="ed:beginning(ed:joined($at ! subsequence($parts, . + 2, $ed:near)), 90)"/></ed:after>
    </ed:redaction>
  </xsl:function>

  <!-- Parts of a stretch without the numbers among them, from wherever they begin: a text comes first in both cases. -->
  <xsl:function name="ed:joined" as="xs:string">
    <xsl:param name="parts" as="xs:string*"/>
    <xsl:sequence select="string-join($parts[position() mod 3 != 2])"/>
  </xsl:function>

  <!-- Who signs: the names in the statements of responsibility that @resp leads to. -->
  <xsl:function name="ed:hands" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($element/@resp) ! substring-after(., '#')"/>
    <xsl:variable name="names" as="xs:string*" select="
        root($element)/TEI/teiHeader/fileDesc/titleStmt/respStmt[@xml:id = $ids]/(* except (resp, note)) ! normalize-space()"/>
    <xsl:sequence select="string-join(distinct-values($names), ', ')[.]"/>
  </xsl:function>

</xsl:stylesheet>
