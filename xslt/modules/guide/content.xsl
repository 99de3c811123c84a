<?xml version="1.0" encoding="UTF-8"?>
<!-- The declaration of an element → its content in the notation that TEI editors know from DTDs: head?, (p | list)+.
     Names of elements and of groups stand in ‹›, by which they become links; what holds nothing is an empty string. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:g="urn:cablepress:guide"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:cp="urn:cablepress:rule"
    exclude-result-prefixes="#all">

  <xsl:function name="g:content" as="xs:string">
    <xsl:param name="element" as="element(rng:element)"/>
    <xsl:sequence select="g:in-sequence($element/rng:*, ', ')"/>
  </xsl:function>

  <xsl:function name="g:in-sequence" as="xs:string" cache="yes" new-each-time="no">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="joint" as="xs:string"/>
    <xsl:variable name="each" as="xs:string*" select="($parts ! g:holds(.))[.]"/>
    <xsl:sequence select="if (count($each) gt 1) then string-join($each ! g:grouped(.), $joint) else string($each)"/>
  </xsl:function>

  <xsl:function name="g:holds" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:apply-templates select="$part" mode="m:holds"/>
  </xsl:function>

  <!-- A choice within a sequence stands in parentheses. -->
  <xsl:function name="g:grouped" as="xs:string">
    <xsl:param name="said" as="xs:string"/>
    <xsl:sequence select="if (contains(g:outside($said), '|')) then '(' || $said || ')' else $said"/>
  </xsl:function>

  <!-- So does a sequence among alternatives. -->
  <xsl:function name="g:alternative" as="xs:string">
    <xsl:param name="said" as="xs:string"/>
    <xsl:sequence select="if (contains(g:outside($said), ',')) then '(' || $said || ')' else $said"/>
  </xsl:function>

  <!-- What counts how often something may stand applies to all of it. -->
  <xsl:function name="g:counted" as="xs:string">
    <xsl:param name="said" as="xs:string"/>
    <xsl:param name="count" as="xs:string"/>
    <xsl:sequence select="
        if (not($said)) then ''
        else if (matches($said, '^(‹[^›]*›|[a-z]+|\([^()]*\))$')) then $said || $count
        else '(' || $said || ')' || $count"/>
  </xsl:function>

  <!-- What of a notation stands in no parentheses -->
  <xsl:function name="g:outside" as="xs:string">
    <xsl:param name="said" as="xs:string"/>
    <xsl:variable name="shorter" as="xs:string" select="replace($said, '\([^()]*\)', '')"/>
    <xsl:sequence select="if ($shorter = $said) then $said else g:outside($shorter)"/>
  </xsl:function>

  <xsl:template match="rng:element" mode="m:holds" as="xs:string">
    <xsl:sequence select="'‹' || @name || '›'"/>
  </xsl:template>

  <xsl:template match="rng:attribute | rng:empty | rng:notAllowed" mode="m:holds" as="xs:string">
    <xsl:sequence select="''"/>
  </xsl:template>

  <xsl:template match="rng:text" mode="m:holds" as="xs:string">
    <xsl:sequence select="'text'"/>
  </xsl:template>

  <xsl:template match="rng:value" mode="m:holds" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="rng:data" mode="m:holds" as="xs:string">
    <xsl:sequence select="(ancestor-or-self::rng:*[@cp:expects][1]/@cp:expects/string(), 'text')[1]"/>
  </xsl:template>

  <xsl:template match="rng:ref" mode="m:holds" as="xs:string">
    <xsl:variable name="defined" as="element(rng:define)" select="key('g:define', @name)"/>
    <xsl:sequence select="if (g:is-group($defined)) then '‹group:' || @name || '›' else g:in-sequence($defined/rng:*, ', ')"/>
  </xsl:template>

  <!-- A choice of several elements that the grammar gives a name is told once, by that name. -->
  <xsl:function name="g:is-group" as="xs:boolean">
    <xsl:param name="defined" as="element(rng:define)"/>
    <xsl:sequence select="
        count($defined/rng:*) = 1 and exists($defined/(rng:choice | rng:zeroOrMore)) and empty($defined//rng:group)
        and count(g:reached($defined)[self::rng:element]) ge 3"/>
  </xsl:function>

  <xsl:template match="rng:group | rng:list" mode="m:holds" as="xs:string">
    <xsl:sequence select="g:in-sequence(rng:*, ', ')"/>
  </xsl:template>

  <xsl:template match="rng:interleave" mode="m:holds" as="xs:string">
    <xsl:sequence select="g:in-sequence(rng:*, ' &amp; ')"/>
  </xsl:template>

  <xsl:template match="rng:choice" mode="m:holds" as="xs:string">
    <xsl:variable name="each" as="xs:string+" select="distinct-values(rng:* ! g:holds(.))"/>
    <xsl:variable name="said" as="xs:string" select="string-join($each[.] ! g:alternative(.), ' | ')"/>
    <xsl:sequence select="
        if (every $one in $each satisfies $one) then $said
        else if (count($each[.]) = 1 and matches($said, '[?*]$')) then $said
        else g:counted($said, '?')"/>
  </xsl:template>

  <xsl:template match="rng:optional" mode="m:holds" as="xs:string">
    <xsl:sequence select="g:counted(g:in-sequence(rng:*, ', '), '?')"/>
  </xsl:template>

  <xsl:template match="rng:zeroOrMore" mode="m:holds" as="xs:string">
    <xsl:sequence select="g:counted(g:in-sequence(rng:*, ', '), '*')"/>
  </xsl:template>

  <xsl:template match="rng:oneOrMore" mode="m:holds" as="xs:string">
    <xsl:sequence select="g:counted(g:in-sequence(rng:*, ', '), '+')"/>
  </xsl:template>

  <xsl:template match="rng:mixed" mode="m:holds" as="xs:string">
    <xsl:sequence select="'text &amp; ' || g:grouped(g:in-sequence(rng:*, ', '))"/>
  </xsl:template>

</xsl:stylesheet>
