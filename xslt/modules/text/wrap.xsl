<?xml version="1.0" encoding="UTF-8"?>
<!-- Words and a width → lines of plain text. -->
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

  <!-- Marks with which no line may begin, and those with which none may end. -->
  <xsl:variable name="lay:closing" as="xs:integer+" select="string-to-codepoints('、。，．：；！？」』）］｝】〉》・ー々,.:;!?)]}’”')"/>
  <xsl:variable name="lay:opening" as="xs:integer+" select="string-to-codepoints('「『（［｛【〈《([{‘“')"/>

  <!-- Marks a place inside a word where a line may end: between ideographs, for they have no spaces. -->
  <xsl:variable name="lay:seam" as="xs:string" static="yes" select="'&#x200B;'"/>

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

  <!-- Fill lines with words; a word longer than a line stands alone, whole. -->
  <xsl:function name="lay:wrap" as="xs:string*" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:sequence select="
        if (lay:is-odd($text)) then lay:wrap-by-words($text, $first, $rest)
        else lay:wrap-by-lines(normalize-space($text), $first, $rest)"/>
  </xsl:function>

  <!-- Whether a text may have characters that take two columns or none, or places without a space where a line may end. -->
  <xsl:function name="lay:is-odd" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="matches($text, '[^&#9;-&#767;‐-‧€]')"/>
  </xsl:function>

  <!-- Where every character takes one column, one regular expression fills all lines: five times as fast as word
       by word. All lines but the first are one string, since nothing asks for them one by one; $rest is spaces. -->
  <xsl:function name="lay:wrap-by-lines" as="xs:string*" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:variable name="room" as="xs:integer" select="$lay:columns - string-length($first)"/>
    <xsl:variable name="start" as="xs:string" select="
        if (string-length($text) le $room) then $text
        else if (string-length($first) = string-length($rest)) then lay:filled($text, $rest)
        else replace($text, '^(' || lay:line($room) || ') .*$', '$1')"/>
    <xsl:variable name="others" as="xs:string" select="substring($text, string-length($start) + 2)"/>
    <xsl:sequence select="
        if ($text) then $first || $start else lay:trimmed($first)[.], $others[.] ! ($rest || lay:filled(., $rest))"/>
  </xsl:function>

  <!-- Text in lines, each but the first after an indent. -->
  <xsl:function name="lay:filled" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="indent" as="xs:string"/>
    <xsl:variable name="room" as="xs:integer" select="$lay:columns - string-length($indent)"/>
    <xsl:variable name="filled" as="xs:string"
        select="replace($text, '(' || lay:line($room) || ')( |$)', '$1&#10;' || $indent)"/>
    <xsl:sequence select="substring($filled, 1, string-length($filled) - string-length($indent) - 1)"/>
  </xsl:function>

  <!-- As many words as have room, or one. -->
  <xsl:function name="lay:line" as="xs:string">
    <xsl:param name="room" as="xs:integer"/>
    <xsl:sequence select="'.{1,' || max((1, $room)) || '}|[^ ]+'"/>
  </xsl:function>

  <!-- The same for any characters. Linear in the number of words. -->
  <xsl:function name="lay:wrap-by-words" as="xs:string*" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:iterate select="lay:pieces($text)">
      <xsl:param name="line" as="xs:string" select="$first"/>
      <xsl:param name="used" as="xs:integer" select="lay:width($first)"/>
      <xsl:param name="is-fresh" as="xs:boolean" select="true()"/>
      <xsl:on-completion select="$line[normalize-space()] ! lay:trimmed(.)"/>
      <xsl:variable name="word" as="xs:string" select="translate(., $lay:seam, '')"/>
      <xsl:variable name="space" as="xs:string" select="if ($is-fresh or starts-with(., $lay:seam)) then '' else ' '"/>
      <xsl:variable name="width" as="xs:integer" select="string-length($space) + lay:width($word)"/>
      <xsl:variable name="fits" as="xs:boolean" select="$is-fresh or $used + $width le $lay:columns"/>
      <xsl:sequence select="if ($fits) then () else $line"/>
      <xsl:next-iteration>
        <xsl:with-param name="line" select="if ($fits) then $line || $space || $word else $rest || $word"/>
        <xsl:with-param name="used" select="if ($fits) then $used + $width else lay:width($rest) + lay:width($word)"/>
        <xsl:with-param name="is-fresh" select="false()"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Words, those with ideographs taken apart where a line may end; a piece that follows without a space begins with a seam. -->
  <xsl:function name="lay:pieces" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:for-each select="tokenize($text)">
      <xsl:variable name="odd" as="xs:integer*" select="string-to-codepoints(.)[. ge $lay:first-odd]"/>
      <xsl:sequence select="if (exists($odd[lay:is-wide(.)])) then lay:at-seams(.) else ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- No line begins with a closing mark or ends with an opening one. -->
  <xsl:function name="lay:at-seams" as="xs:string*">
    <xsl:param name="word" as="xs:string"/>
    <xsl:variable name="characters" as="xs:integer+" select="string-to-codepoints(translate($word, $lay:seam, ''))"/>
    <xsl:variable name="seamed" as="xs:integer+" select="
        for $place in 1 to count($characters)
        return ($characters[$place],
                string-to-codepoints($lay:seam)[lay:may-part($characters[$place], $characters[$place + 1])])"/>
    <xsl:for-each select="tokenize(codepoints-to-string($seamed), $lay:seam)">
      <xsl:sequence select="if (position() = 1) then . else $lay:seam || ."/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="lay:may-part" as="xs:boolean">
    <xsl:param name="before" as="xs:integer"/>
    <xsl:param name="after" as="xs:integer?"/>
    <xsl:sequence select="
        exists($after) and not($before = $lay:opening) and not($after = $lay:closing)
        and not(lay:is-combining($after)) and (lay:is-wide($before) or lay:is-wide($after))"/>
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
