<?xml version="1.0" encoding="UTF-8"?>
<!-- A pointer of the encoding → an address in the edition. A pointer that leads nowhere here stays plain text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:permalink" as="element()">
    <xsl:param name="number" as="xs:integer"/>
    <a class="pn" href="#p{$number}" aria-label="Link to paragraph {$number}"><xsl:value-of select="$number"/></a>
  </xsl:function>

  <xsl:function name="h:address" as="xs:string?">
    <xsl:param name="target" as="attribute(target)?"/>
    <xsl:variable name="first" as="xs:string" select="string(tokenize($target)[1])"/>
    <xsl:variable name="file" as="xs:string" select="h:file($first)"/>
    <xsl:sequence select="
        if (matches($first, '^https?://[^/]')) then $first
        else if (starts-with($first, '#')) then h:address-here(root($target)//*[@xml:id = substring($first, 2)][1])
        else if ($file and not(contains($file, ':'))) then h:address-there($file, $first)
        else ()"/>
  </xsl:function>

  <!-- Paragraphs, turns and sources have an anchor of their own; anything else is reached by its paragraph. -->
  <xsl:function name="h:address-here" as="xs:string?">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="place" as="element()?"
        select="$element/ancestor-or-self::*[self::p[ancestor::div] | self::sp | self::bibl[@xml:id] | self::msDesc][1]"/>
    <xsl:sequence select="$place ! ('#' || h:anchor(.))"/>
  </xsl:function>

  <xsl:function name="h:anchor" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        if ($element/self::sp) then 't' || ed:turn-number($element)
        else if ($element/self::p) then 'p' || ed:paragraph-number($element)
        else string($element/@xml:id)"/>
  </xsl:function>

  <!-- "cable-1" of "cable-1.xml#cable-1-p1": asked often, and so without a pattern, which costs more. -->
  <xsl:function name="h:file" as="xs:string">
    <xsl:param name="target" as="xs:string"/>
    <xsl:sequence select="substring-before(substring-before($target || '#', '#') || '#', '.xml#')"/>
  </xsl:function>

  <!-- Of another file's anchors only the sources keep their names in its page. -->
  <xsl:function name="h:address-there" as="xs:string?">
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="target" as="xs:string"/>
    <xsl:variable name="fragment" as="xs:string" select="'#' || substring-after($target, '#')"/>
    <xsl:sequence select="if ($edition and empty(h:card($stem))) then () else $stem || '.html' || $fragment[starts-with(., '#source-')]"/>
  </xsl:function>

  <!-- A link, or the bare words when there is nowhere to go. -->
  <xsl:function name="h:link" as="item()*">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:param name="content" as="item()*"/>
    <xsl:choose>
      <xsl:when test="$address"><a href="{$address}"><xsl:sequence select="$content"/></a></xsl:when>
      <xsl:otherwise><xsl:sequence select="$content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
