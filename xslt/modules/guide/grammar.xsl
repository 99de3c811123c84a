<?xml version="1.0" encoding="UTF-8"?>
<!-- $guide, the grammar of schema/ in one tree → what it says of an element: where it stands, what it holds, its attributes.
     References are followed as far as the next element or attribute, so a grammar that recurs ends. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:m="urn:cablepress:mode"
    xmlns:g="urn:cablepress:guide"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:cp="urn:cablepress:rule"
    exclude-result-prefixes="#all">

  <xsl:param name="guide" as="document-node(element(g:guide))?" select="()"/>

  <xsl:mode name="m:reached" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:holds" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:needs" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:takes" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="g:define" match="rng:define" use="@name"/>

  <xsl:function name="g:meaning" as="xs:string">
    <xsl:param name="declared" as="element()"/>
    <xsl:sequence select="normalize-space($declared/a:documentation)"/>
  </xsl:function>

  <!-- Elements, each with the names of those it may stand in -->
  <xsl:variable name="g:parents" as="map(xs:string, xs:string*)" select="
      map:merge(
        for $parent in $guide//rng:element, $child in g:reached($parent)[self::rng:element]
        return map { generate-id($child): string($parent/@name) },
        map { 'duplicates': 'combine' })"/>

  <xsl:function name="g:parents" as="xs:string*">
    <xsl:param name="element" as="element(rng:element)"/>
    <xsl:sequence select="sort(distinct-values($g:parents(generate-id($element))), (), lower-case#1)"/>
  </xsl:function>

  <xsl:function name="g:attributes" as="element(rng:attribute)*">
    <xsl:param name="element" as="element(rng:element)"/>
    <xsl:sequence select="g:reached($element)[self::rng:attribute]"/>
  </xsl:function>


  <!-- Under which codes an element, or an attribute of it, is refused -->
  <xsl:function name="g:codes" as="xs:string*">
    <xsl:param name="element" as="element(rng:element)"/>
    <xsl:sequence select="sort(distinct-values(($element, g:attributes($element))/@cp:code))"/>
  </xsl:function>


  <!-- The elements and attributes that a declaration leads to -->

  <xsl:function name="g:reached" as="element()*" cache="yes" new-each-time="no">
    <xsl:param name="declared" as="element()"/>
    <xsl:apply-templates select="$declared/rng:*" mode="m:reached"/>
  </xsl:function>

  <xsl:template match="rng:element | rng:attribute" mode="m:reached" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="rng:ref" mode="m:reached" as="element()*">
    <xsl:apply-templates select="key('g:define', @name)/rng:*" mode="#current"/>
  </xsl:template>

  <xsl:template match="rng:choice | rng:group | rng:interleave | rng:optional | rng:zeroOrMore | rng:oneOrMore | rng:mixed | rng:list"
                mode="m:reached" as="element()*">
    <xsl:apply-templates select="rng:*" mode="#current"/>
  </xsl:template>

  <xsl:template match="rng:text | rng:empty | rng:data | rng:value | rng:notAllowed" mode="m:reached" as="empty-sequence()"/>


  <!-- Whether an attribute must be there -->

  <xsl:function name="g:is-required" as="xs:boolean">
    <xsl:param name="element" as="element(rng:element)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="g:one-needs($element/rng:*, $name)"/>
  </xsl:function>

  <xsl:function name="g:one-needs" as="xs:boolean">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="some $part in $parts satisfies g:needs($part, $name)"/>
  </xsl:function>

  <xsl:function name="g:needs" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:apply-templates select="$part" mode="m:needs">
      <xsl:with-param name="name" select="$name"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:template match="rng:attribute" mode="m:needs" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="@name = $name"/>
  </xsl:template>

  <xsl:template match="rng:choice" mode="m:needs" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="every $part in rng:* satisfies g:needs($part, $name)"/>
  </xsl:template>

  <xsl:template match="rng:ref" mode="m:needs" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="g:one-needs(key('g:define', @name)/rng:*, $name)"/>
  </xsl:template>

  <xsl:template match="rng:group | rng:interleave | rng:oneOrMore" mode="m:needs" as="xs:boolean">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="g:one-needs(rng:*, $name)"/>
  </xsl:template>

  <xsl:template match="rng:*" mode="m:needs" as="xs:boolean" priority="-1">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="false()"/>
  </xsl:template>


  <!-- What a value may be: the values themselves, or the grammar's words for a datatype -->

  <xsl:function name="g:takes" as="xs:string">
    <xsl:param name="attribute" as="element(rng:attribute)"/>
    <xsl:variable name="all" as="xs:string*">
      <xsl:apply-templates select="$attribute/rng:*" mode="m:takes"/>
    </xsl:variable>
    <xsl:variable name="each" as="xs:string*" select="distinct-values($all)"/>
    <xsl:sequence select="
        if (empty($each)) then 'text'
        else string-join((string-join($each[position() lt last()], ', ')[.], $each[last()]), ' or ')"/>
  </xsl:function>

  <xsl:template match="rng:value" mode="m:takes" as="xs:string">
    <xsl:param name="expects" as="xs:string?"/>
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="rng:data" mode="m:takes" as="xs:string?">
    <xsl:param name="expects" as="xs:string?"/>
    <xsl:sequence select="(@cp:expects/string(), $expects)[1]"/>
  </xsl:template>

  <xsl:template match="rng:ref" mode="m:takes" as="xs:string*">
    <xsl:param name="expects" as="xs:string?"/>
    <xsl:apply-templates select="key('g:define', @name)" mode="#current">
      <xsl:with-param name="expects" select="(@cp:expects/string(), $expects)[1]"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="rng:*" mode="m:takes" as="xs:string*" priority="-1">
    <xsl:param name="expects" as="xs:string?"/>
    <xsl:apply-templates select="rng:*" mode="#current">
      <xsl:with-param name="expects" select="(@cp:expects/string(), $expects)[1]"/>
    </xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
