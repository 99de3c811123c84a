<?xml version="1.0" encoding="UTF-8"?>
<!-- Words → lines of plain text, those that are too long marked to be filled; and the columns that words take. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:lay="urn:cablepress:layout"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="lay:columns" as="xs:integer" select="72"/>

  <!-- Characters are looked up by number: a regular expression over so many ranges costs milliseconds a word. -->
  <xsl:variable name="lay:first-odd" as="xs:integer" select="768"/>

  <!-- East Asian characters, which take two columns: where each range begins, and where it ends. -->
  <xsl:variable name="lay:wide-from" as="xs:integer+" select="
      4352, 11904, 12353, 19968, 43360, 44032, 63744, 65040, 65072, 65281, 65504, 127744, 129280, 131072"/>
  <xsl:variable name="lay:wide-to" as="xs:integer+" select="
      4447, 12350, 19903, 42191, 43388, 55203, 64255, 65049, 65131, 65376, 65510, 128591, 129535, 262141"/>

  <!-- Accents that combine with the letter before them, and take no column. -->
  <xsl:variable name="lay:combining-from" as="xs:integer+" select="
      768, 1155, 1425, 1611, 6832, 7616, 8400, 12441, 65056"/>
  <xsl:variable name="lay:combining-to" as="xs:integer+" select="
      879, 1161, 1469, 1631, 6911, 7679, 8447, 12442, 65071"/>

  <!-- Columns that a string takes: two for an ideograph, none for a combining accent. -->
  <xsl:function name="lay:width" as="xs:integer" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="odd" as="xs:integer*" select="
        if (lay:is-odd($text)) then string-to-codepoints($text)[. ge $lay:first-odd] else ()"/>
    <xsl:sequence select="
        string-length($text) + count($odd[lay:is-wide(.)]) - count($odd[lay:is-combining(.)])"/>
  </xsl:function>

  <xsl:function name="lay:is-wide" as="xs:boolean">
    <xsl:param name="character" as="xs:integer"/>
    <xsl:variable name="range" as="xs:integer" select="count($lay:wide-from[. le $character])"/>
    <xsl:sequence select="$character &lt;= $lay:wide-to[$range] and not(lay:is-combining($character))"/>
  </xsl:function>

  <xsl:function name="lay:is-combining" as="xs:boolean">
    <xsl:param name="character" as="xs:integer"/>
    <xsl:variable name="range" as="xs:integer" select="count($lay:combining-from[. le $character])"/>
    <xsl:sequence select="$character &lt;= $lay:combining-to[$range]"/>
  </xsl:function>

  <!-- Words that are filled into lines afterwards (src/cablepress/fill.py): here they are one line, which says how
       the first line begins and how the others do. To fill it here, in whichever way, takes longer than all the rest. -->
  <xsl:function name="lay:wrap" as="xs:string?" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:sequence select="
        if (normalize-space($text))
        then string-join(('', translate($first, $lay:mark, ''), $rest, translate($text, '&#10;&#13;', '  ')), $lay:mark)
        else lay:trimmed($first)[.]"/>
  </xsl:function>

  <!-- A noncharacter, which XML may hold and no text does. -->
  <xsl:variable name="lay:mark" as="xs:string" static="yes" select="'&#xFDD0;'"/>

  <!-- Whether a text may have characters that take two columns or none. -->
  <xsl:function name="lay:is-odd" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="matches($text, '[^&#9;-&#767;‐-‧€]')"/>
  </xsl:function>

  <!-- A string without spaces at its end. (A regular expression, " +$", would be tried at every character.) -->
  <xsl:function name="lay:trimmed" as="xs:string" visibility="public">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="if (ends-with($line, ' ')) then lay:trimmed(substring($line, 1, string-length($line) - 1)) else $line"/>
  </xsl:function>

  <xsl:variable name="lay:blank" as="xs:string" select="string-join((1 to $lay:columns) ! ' ')"/>

  <xsl:function name="lay:spaces" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="if ($number le $lay:columns) then substring($lay:blank, 1, $number) else string-join((1 to $number) ! ' ')"/>
  </xsl:function>

  <xsl:function name="lay:rule" as="xs:string" visibility="public">
    <xsl:param name="stroke" as="xs:string"/>
    <xsl:sequence select="string-join((1 to $lay:columns) ! $stroke)"/>
  </xsl:function>

  <!-- Two texts at the two ends of a line, or one below the other where they do not fit. -->
  <xsl:function name="lay:ends" as="xs:string*" visibility="public">
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <xsl:variable name="between" as="xs:integer" select="$lay:columns - lay:width($left) - lay:width($right)"/>
    <xsl:sequence select="
        if ($right and $between gt 1) then $left || lay:spaces($between) || $right
        else (lay:wrap($left, '', ''), lay:wrap($right, '', ''))"/>
  </xsl:function>
</xsl:stylesheet>
