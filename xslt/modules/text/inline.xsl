<?xml version="1.0" encoding="UTF-8"?>
<!-- Nodes within a paragraph → its words as plain text has them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:lay="urn:cablepress:layout"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The words of some nodes, on one line. -->
  <xsl:function name="lay:inline" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="lay:inline($nodes, false())"/>
  </xsl:function>

  <!-- Capitals for labels: only the cable's words are raised, never what is said of them. -->
  <xsl:function name="lay:inline" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="capitals" as="xs:boolean"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="m:inline">
        <xsl:with-param name="capitals" select="$capitals" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:inline" as="xs:string">
    <xsl:param name="capitals" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:sequence select="if ($capitals) then upper-case(.) else string()"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:inline" as="empty-sequence()"/>

  <xsl:template match="abbr | add | bibl | date | dateline | emph | expan | foreign | forename | gloss | head | hi | idno | label
      | measure | name | num | orgName | pc | persName | placeName | q | quote | ref | roleName | rs | said | salute | seg
      | signed | speaker | stage | surname | trailer | term | time | title" mode="m:inline" as="xs:string*">
    <xsl:apply-templates mode="m:inline"/>
    <!-- Asked of few: a call for every phrase costs more than the phrase. -->
    <xsl:sequence select="if (@cert and ed:is-doubtful(.)) then ' ' || ed:doubt-mark() else ()"/>
  </xsl:template>

  <!-- The number of an editors' note stands right after the words that it is about. -->
  <xsl:template match="*[@xml:id][ed:notes-on(.)]" mode="m:inline" as="xs:string*" priority="5">
    <xsl:next-match/>
    <xsl:sequence select="ed:notes-on(.) ! ed:note-mark(.)"/>
  </xsl:template>

  <xsl:template match="unclear" mode="m:inline" as="xs:string*">
    <xsl:apply-templates mode="m:inline"/>
    <xsl:sequence select="' ' || ed:doubt-mark()"/>
  </xsl:template>

  <xsl:template match="gap" mode="m:inline" as="xs:string">
    <xsl:sequence select="ed:wording(.)"/>
  </xsl:template>

  <xsl:template match="note" mode="m:inline" as="xs:string*">
    <xsl:sequence select="if (@type = ('footnote', 'marginal')) then ' ' else (), ed:note-open(.)"/>
    <xsl:apply-templates mode="m:inline">
      <xsl:with-param name="capitals" select="false()" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:sequence select="ed:note-close(.)"/>
  </xsl:template>

  <!-- The gap has said it. -->
  <xsl:template match="note[@subtype = 'redaction'][ed:reports-redaction(.)]" mode="m:inline" as="empty-sequence()" priority="3"/>

  <!-- The words of an editors' note stand in NOTES. -->
  <xsl:template match="note[@type = 'editorial']" mode="m:inline" as="xs:string?" priority="2">
    <xsl:sequence select="if (ed:is-marked-elsewhere(.)) then () else ed:note-mark(.)"/>
  </xsl:template>

  <xsl:template match="supplied | ex" mode="m:inline" as="xs:string*">
    <xsl:sequence select="ed:insertion-open()"/>
    <xsl:apply-templates mode="m:inline"/>
    <xsl:sequence select="ed:insertion-close()"/>
  </xsl:template>

  <xsl:template match="sic" mode="m:inline" as="xs:string*">
    <xsl:apply-templates mode="m:inline"/>
    <xsl:sequence select="if (ed:has-sic-mark(.)) then ' ' || ed:sic-mark() else ()"/>
  </xsl:template>

  <!-- The text keeps the slip; the note says what it should be. -->
  <xsl:template match="choice[sic][corr]" mode="m:inline" as="xs:string*">
    <xsl:apply-templates select="sic" mode="m:inline"/>
    <xsl:sequence select="ed:note-mark(.)"/>
  </xsl:template>

  <!-- Where releases differ, what the others have follows in brackets. -->
  <xsl:template match="app" mode="m:inline" as="xs:string*">
    <xsl:variable name="chosen" as="element()" select="ed:chosen-reading(.)"/>
    <xsl:apply-templates select="$chosen/node(), (lem | rdg) except $chosen" mode="m:inline"/>
  </xsl:template>

  <xsl:template match="lem | rdg" mode="m:inline" as="xs:string*">
    <xsl:sequence select="' ' || ed:witness-open(.)"/>
    <xsl:apply-templates mode="m:inline"/>
    <xsl:sequence select="']'"/>
  </xsl:template>

  <xsl:template match="pb | milestone" mode="m:inline" as="xs:string">
    <xsl:sequence select="' ' || ed:break-words(.) || ' '"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:inline" as="xs:string?">
    <xsl:sequence select="' '[not(current()/@break = 'no')]"/>
  </xsl:template>

  <!-- A running head in the middle of a sentence is no part of it. -->
  <xsl:template match="fw" mode="m:inline" as="xs:string*">
    <xsl:sequence select="' ['"/>
    <xsl:apply-templates mode="m:inline"/>
    <xsl:sequence select="'] '"/>
  </xsl:template>

  <xsl:template match="stamp" mode="m:inline" as="xs:string*">
    <xsl:sequence select="ed:stamp-open()"/>
    <xsl:apply-templates mode="m:inline"/>
    <xsl:sequence select="']'"/>
  </xsl:template>

  <!-- Lists and tables inside a note or a field run on. -->
  <xsl:template match="list | table | p" mode="m:inline" as="xs:string*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates select="*[not(self::p)] | self::p/node()" mode="m:inline"/>
  </xsl:template>

  <xsl:template match="item | row | cell | list/head | list/label | table/head" mode="m:inline" as="xs:string" priority="2">
    <xsl:sequence select="lay:inline(if (self::row) then * else node()) || ed:part-end(.)"/>
  </xsl:template>
</xsl:stylesheet>
