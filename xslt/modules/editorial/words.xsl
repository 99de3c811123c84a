<?xml version="1.0" encoding="UTF-8"?>
<!-- Nodes of a cable → their words on one line, as every reading words them; for headings, fields and index cards. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:mode name="m:words" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="ed:plain" as="xs:string" visibility="public">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="m:words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:words" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:words" as="empty-sequence()"/>

  <xsl:template match="*" mode="m:words" as="xs:string*">
    <xsl:apply-templates mode="m:words"/>
  </xsl:template>

  <xsl:template match="gap" mode="m:words" as="xs:string">
    <xsl:sequence select="ed:wording(.)"/>
  </xsl:template>

  <xsl:template match="note" mode="m:words" as="xs:string*">
    <xsl:sequence select="ed:note-open(.)"/>
    <xsl:apply-templates mode="m:words"/>
    <xsl:sequence select="ed:note-close(.)"/>
  </xsl:template>

  <!-- Editors' notes stand below the text, and a redaction's note has been said by its gap. -->
  <xsl:template match="note[@type = 'editorial'] | note[ed:reports-redaction(.)]" mode="m:words" as="empty-sequence()" priority="2"/>

  <xsl:template match="supplied | ex" mode="m:words" as="xs:string*">
    <xsl:sequence select="ed:insertion-open()"/>
    <xsl:apply-templates mode="m:words"/>
    <xsl:sequence select="ed:insertion-close()"/>
  </xsl:template>

  <!-- The text keeps the source's slip. -->
  <xsl:template match="choice[sic][corr]" mode="m:words" as="xs:string*">
    <xsl:apply-templates select="sic" mode="m:words"/>
  </xsl:template>

  <xsl:template match="sic[ed:has-sic-mark(.)]" mode="m:words" as="xs:string*">
    <xsl:apply-templates mode="m:words"/>
    <xsl:sequence select="' ' || ed:sic-mark()"/>
  </xsl:template>

  <xsl:template match="unclear" mode="m:words" as="xs:string*">
    <xsl:apply-templates mode="m:words"/>
    <xsl:sequence select="' ' || ed:doubt-mark()"/>
  </xsl:template>

  <xsl:template match="app" mode="m:words" as="xs:string*">
    <xsl:apply-templates select="ed:chosen-reading(.)" mode="m:words"/>
  </xsl:template>

  <!-- Lists, tables and paragraphs inside a note run on, each part apart from the next. -->
  <xsl:template match="list | table | row" mode="m:words" as="xs:string*">
    <xsl:sequence select="ed:space-before(.), * ! (ed:plain(.) || ed:part-end(.)), ed:space-after(.)"/>
  </xsl:template>

  <xsl:template match="p" mode="m:words" as="xs:string*">
    <xsl:sequence select="ed:space-before(.)"/>
    <xsl:apply-templates mode="m:words"/>
    <xsl:sequence select="ed:space-after(.)"/>
  </xsl:template>

  <xsl:function name="ed:space-before" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="' '[$block/preceding-sibling::node()]"/>
  </xsl:function>

  <xsl:function name="ed:space-after" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="' '[$block/following-sibling::node()]"/>
  </xsl:function>

  <!-- "Minister; Vice-Minister": what follows a part of a list or table before the next. -->
  <xsl:function name="ed:part-end" as="xs:string" visibility="public">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if ($part[self::item or self::row]/(following-sibling::item | following-sibling::row)) then '; '
        else if ($part/following-sibling::*) then ' '
        else ''"/>
  </xsl:function>

  <xsl:template match="pb | milestone | lb" mode="m:words" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

</xsl:stylesheet>
