<?xml version="1.0" encoding="UTF-8"?>
<!-- The redactions of a cable → a record of each: what, how much, by whom, where, and the words round it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:redactions" as="element(ed:redaction)*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:for-each-group select="$cable/text//gap[ed:is-redaction(.)]" group-by="generate-id(ed:stretch(.))">
      <xsl:variable name="parts" as="xs:string*" select="tokenize(ed:plain(ed:stretch(.)/node()), $ed:delimiter)"/>
      <xsl:sequence select="current-group() ! ed:redaction(., $parts)"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="ed:redaction" as="element(ed:redaction)">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:param name="parts" as="xs:string*"/>
    <xsl:variable name="number" as="xs:string" select="string(ed:redaction-number($gap))"/>
    <!-- A reading of another copy is not in the words of the stretch; it has no context then. -->
    <xsl:variable name="at" as="xs:integer?" select="index-of($parts, $number)[. mod 3 = 2][1]"/>
    <ed:redaction number="{$number}">
      <xsl:copy-of select="$gap/(@reason | @unit | @quantity | @atLeast | @atMost | @extent | @rend | @cert)"/>
      <xsl:sequence select="ed:place($gap)"/>
      <xsl:for-each select="ed:extent-words($gap)"><xsl:attribute name="size" select="."/></xsl:for-each>
      <xsl:for-each select="ed:hands($gap)"><xsl:attribute name="authority" select="."/></xsl:for-each>
      <xsl:for-each select="ed:report($gap) ! ed:hands(.)"><xsl:attribute name="reporter" select="."/></xsl:for-each>
      <xsl:for-each select="$gap/ancestor::p[1]"><xsl:attribute name="among" select="ed:words(.)"/></xsl:for-each>
      <ed:before><xsl:value-of select="ed:tail(ed:joined($parts[position() lt $at]), 90)"/></ed:before>
      <ed:wording><xsl:value-of select="ed:wording($gap)"/></ed:wording>
      <ed:after><xsl:value-of select="ed:beginning(ed:joined($parts[position() gt $at + 1]), 90)"/></ed:after>
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
