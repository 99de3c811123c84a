<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of a cable → lines; every block ends with a blank line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:lay="urn:cablepress:layout"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="lay:indent" as="xs:string" select="lay:spaces(5)"/>

  <xsl:template match="text()[not(normalize-space())] | comment() | processing-instruction()" mode="m:block" as="empty-sequence()"/>

  <xsl:template match="text | body | div" mode="m:block" as="xs:string*">
    <xsl:apply-templates mode="m:block"/>
  </xsl:template>

  <!-- The head of the page has them. -->
  <xsl:template match="div[1][parent::body]/opener | div[1][parent::body]/head" mode="m:block" as="empty-sequence()" priority="2"/>

  <xsl:template match="opener" mode="m:block" as="xs:string*">
    <xsl:call-template name="lay:flow"/>
  </xsl:template>

  <xsl:template match="sp" mode="m:block" as="xs:string*">
    <xsl:variable name="on-label" as="element()*" select="speaker, lay:delivery(.)"/>
    <xsl:sequence select="lay:speaker-lines(.)"/>
    <xsl:apply-templates select="node() except $on-label" mode="m:block"/>
  </xsl:template>

  <!-- "(in Chinese)", right after the label, is said of the turn. -->
  <xsl:function name="lay:delivery" as="element(stage)?">
    <xsl:param name="sp" as="element(sp)"/>
    <xsl:sequence select="$sp/speaker/following-sibling::*[1]/self::stage[@type = 'delivery']"/>
  </xsl:function>

  <!-- PRIME MINISTER [Hosokawa Morihiro, Japan]: the cable's label in capitals, then who it was. A turn without
       either says so, or nobody could tell where it begins. -->
  <xsl:function name="lay:speaker-lines" as="xs:string*">
    <xsl:param name="sp" as="element(sp)"/>
    <xsl:variable name="label" as="xs:string?" select="$sp/speaker ! lay:unwrapped(lay:inline(node(), true()))"/>
    <xsl:variable name="who" as="xs:string?" select="ed:speaker-words($sp, $edition)"/>
    <xsl:variable name="named" as="xs:string*" select="($label, $who)[.]"/>
    <xsl:variable name="nobody" as="xs:string" select="'[' || ed:no-speaker() || ']'"/>
    <xsl:variable name="words" as="xs:string+"
        select="if (exists($named)) then $named else $nobody, lay:delivery($sp) ! lay:inline(.)"/>
    <xsl:sequence select="lay:wrap(string-join($words, ' '), '', $lay:indent), ''"/>
  </xsl:function>

  <!-- Parentheses round a whole label and the colon after it only set it off from the text. -->
  <xsl:function name="lay:unwrapped" as="xs:string">
    <xsl:param name="label" as="xs:string"/>
    <xsl:sequence select="replace($label, '\s*:$', '') => replace('^\(([^()]*)\)$', '$1')"/>
  </xsl:function>

  <xsl:template match="p" mode="m:block" as="xs:string*">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:call-template name="lay:flow">
      <xsl:with-param name="first" select="lay:numbered(ed:paragraph-number(.), $indent)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The number stands in the indent, its last figure always in the same column. -->
  <xsl:function name="lay:numbered" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:variable name="space" as="xs:integer" select="string-length($indent) - 2 - string-length(string($number))"/>
    <xsl:sequence select="lay:spaces(max((0, $space))) || $number || '  '"/>
  </xsl:function>

  <!-- Words that are filled into lines, and the lists, tables and paragraphs between them. -->
  <xsl:template name="lay:flow" as="xs:string*">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:param name="first" as="xs:string" select="$indent"/>
    <xsl:variable name="blocks" as="element()*" select="
        list, table, p, sp, quote[p], (self::opener | self::closer)/(seg, dateline, signed, stamp)"/>
    <!-- Most have words only, and no node of theirs need be asked. -->
    <xsl:if test="empty($blocks) and (* or normalize-space())">
      <xsl:sequence select="lay:paragraph(lay:inline(node()), $first, $indent)"/>
    </xsl:if>
    <xsl:variable name="nodes" as="node()*"
        select="node()[exists($blocks)][not(self::comment() or self::processing-instruction())]"/>
    <xsl:variable name="lead" as="text()?" select="$nodes[1]/self::text()[not(normalize-space())]"/>
    <xsl:for-each-group select="$nodes except $lead" group-adjacent="exists(. intersect $blocks)">
      <xsl:variable name="start" as="xs:string" select="if (position() = 1) then $first else $indent"/>
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:sequence select="if (position() = 1) then lay:paragraph('', $first, $indent) else ()"/>
          <xsl:apply-templates select="current-group()" mode="m:block"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="lay:paragraph(lay:inline(current-group()), $start, $indent)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="lay:paragraph" as="xs:string*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="lay:wrap($words, $first, $rest)"/>
    <xsl:sequence select="if (exists($lines)) then ($lines, '') else ()"/>
  </xsl:function>

  <!-- What stands between the paragraphs and has no number. -->
  <xsl:template match="closer" mode="m:block" as="xs:string*">
    <xsl:call-template name="lay:flow"/>
  </xsl:template>

  <!-- What is quoted as a block is set in further than the words of whoever quotes it. -->
  <xsl:template match="quote[p]" mode="m:block" as="xs:string*">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:call-template name="lay:flow">
      <xsl:with-param name="indent" select="$indent || lay:spaces(4)" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <!-- An attachment is another document. -->
  <xsl:template match="div[@type = 'attachment']" mode="m:block" as="xs:string*">
    <xsl:sequence select="lay:rule('-'), ''"/>
    <xsl:apply-templates mode="m:block"/>
  </xsl:template>

  <!-- What the cable itself tells after a turn must not look like the speaker's words. -->
  <xsl:template match="div/*[self::p or self::list or self::table or self::quote][lay:follows-turn(.)]" mode="m:block"
      as="xs:string*" priority="6">
    <xsl:sequence select="'[' || ed:narrative() || ']', ''"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="lay:follows-turn" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block/preceding-sibling::*[not(self::pb or self::fw or self::milestone or self::note)][1]/self::sp)"/>
  </xsl:function>

  <xsl:template match="head | label | stage | trailer | seg | dateline | signed | stamp | pb | milestone | gap | note | app
      | ref | quote | text()[normalize-space()]" mode="m:block" as="xs:string*">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:sequence select="lay:paragraph(lay:inline(.), $indent, $indent)"/>
  </xsl:template>

  <!-- On a line of its own a running head needs no brackets. -->
  <xsl:template match="fw" mode="m:block" as="xs:string*">
    <xsl:param name="indent" as="xs:string" select="$lay:indent" tunnel="yes"/>
    <xsl:sequence select="lay:paragraph(lay:inline(node()), $indent, $indent)"/>
  </xsl:template>

  <!-- The mark of a note on a whole block stands on a line after it. -->
  <xsl:template match="*[self::p or self::sp or self::div or self::list or self::table or self::closer][@xml:id][ed:notes-on(.)]"
      mode="m:block" as="xs:string*" priority="5">
    <xsl:next-match/>
    <xsl:sequence select="lay:paragraph(string-join(ed:notes-on(.) ! ed:note-mark(.)), $lay:indent, $lay:indent)"/>
  </xsl:template>
</xsl:stylesheet>
