<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables → lines. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:m="urn:cablepress:mode"
    xmlns:lay="urn:cablepress:layout"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="list" mode="m:block" as="xs:string*">
    <xsl:apply-templates select="head | item | *[not(self::head or self::item or self::label)]" mode="m:block"/>
    <xsl:sequence select="''"/>
  </xsl:template>

  <xsl:template match="list/head | table/head" mode="m:block" as="xs:string*" priority="3">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:sequence select="lay:wrap(lay:inline(.), $indent, $indent)"/>
  </xsl:template>

  <!-- An item hangs from its own label, or from a dash. -->
  <xsl:template match="item" mode="m:block" as="xs:string*">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:variable name="label" as="element(label)?" select="preceding-sibling::*[1]/self::label"/>
    <xsl:variable name="mark" as="xs:string" select="($label ! lay:inline(.), '-')[1] || ' '"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:call-template name="lay:flow">
        <xsl:with-param name="first" select="$indent || $mark"/>
        <xsl:with-param name="indent" select="$indent || lay:spaces(lay:width($mark))" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="$lines[.]"/>
  </xsl:template>

  <xsl:template match="table" mode="m:block" as="xs:string*">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:variable name="rows" as="array(xs:string)*" select="row ! array { cell ! lay:inline(node()) }"/>
    <xsl:variable name="widths" as="xs:integer*" select="
        for $n in 1 to max(($rows ! array:size(.), 0)) return max($rows[array:size(.) ge $n] ! lay:width(.($n)))"/>
    <xsl:variable name="fits" as="xs:boolean"
        select="string-length($indent) + sum($widths) + 2 * (count($widths) - 1) le $lay:columns"/>
    <xsl:apply-templates select="head" mode="m:block"/>
    <xsl:sequence select="$rows ! (if ($fits) then lay:columns-of(., $widths, $indent) else lay:run-on(., $indent))"/>
    <xsl:sequence select="''"/>
    <xsl:apply-templates select="* except (head, row)" mode="m:block"/>
  </xsl:template>

  <xsl:function name="lay:columns-of" as="xs:string">
    <xsl:param name="cells" as="array(xs:string)"/>
    <xsl:param name="widths" as="xs:integer*"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:variable name="padded" as="xs:string*" select="
        for $n in 1 to array:size($cells) return $cells($n) || lay:spaces($widths[$n] - lay:width($cells($n)))"/>
    <xsl:sequence select="lay:trimmed($indent || string-join($padded, '  '))"/>
  </xsl:function>

  <!-- A table too broad for the page keeps its rows, not its columns. -->
  <xsl:function name="lay:run-on" as="xs:string*">
    <xsl:param name="cells" as="array(xs:string)"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:sequence select="lay:wrap(string-join($cells?*, ' | '), $indent, $indent || '  ')"/>
  </xsl:function>
</xsl:stylesheet>
