<?xml version="1.0" encoding="UTF-8"?>
<!-- A gap → how much is missing, in English. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Units that measure; with the others ("time", "name") one knows what is missing, not how long it is. -->
  <xsl:variable name="ed:measuring-units" as="xs:string+"
      select="'char', 'word', 'group', 'line', 'sentence', 'paragraph', 'page'"/>

  <!-- Nothing when the reason says it all, as for a whole document or an omission of unknown length. -->
  <xsl:function name="ed:extent-words" as="xs:string?" visibility="public">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="
        if (empty($gap/@unit) or $gap/@unit = 'document') then ()
        else if ($gap/@quantity) then ed:quantity-words($gap)
        else if ($gap/@atLeast | $gap/@atMost) then ed:limit-words($gap)
        else ed:loose-words($gap)"/>
  </xsl:function>

  <!-- "time" rather than "1 time" for a redaction; what cannot be read is counted, "1 word". -->
  <xsl:function name="ed:quantity-words" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="
        if (number($gap/@quantity) = 1 and ed:is-redaction($gap)) then ed:unit-word($gap/@unit)
        else ed:counted($gap/@quantity, $gap/@unit)"/>
  </xsl:function>

  <!-- One unit at most means part of one: the sources say "less than one line". -->
  <xsl:function name="ed:limit-words" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="least" as="xs:string?" select="$gap/@atLeast"/>
    <xsl:variable name="most" as="xs:string?" select="$gap/@atMost"/>
    <xsl:sequence select="
        if ($least and $most) then $least || ' to ' || ed:counted($most, $gap/@unit)
        else if ($least) then 'at least ' || ed:counted($least, $gap/@unit)
        else if (number($most) = 1) then 'less than ' || ed:counted($most, $gap/@unit)
        else 'at most ' || ed:counted($most, $gap/@unit)"/>
  </xsl:function>

  <!-- An unknown number of lines is "lines"; "line" would claim that it is one. -->
  <xsl:function name="ed:loose-words" as="xs:string?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="unit" as="xs:string" select="
        if ($gap/@unit = $ed:measuring-units) then ed:plural(ed:unit-word($gap/@unit)) else ed:unit-word($gap/@unit)"/>
    <xsl:sequence select="
        if ($gap/@extent = 'part') then 'part of ' || ed:unit-word($gap/@unit)
        else if ($gap/@extent != 'unknown') then $unit || ', ' || $gap/@extent
        else if (ed:is-redaction($gap)) then $unit
        else ()"/>
  </xsl:function>

  <!-- "1 word", "2 groups" -->
  <xsl:function name="ed:counted" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="ed:unit-word($unit)"/>
    <xsl:sequence select="$number || ' ' || (if (number($number) = 1) then $word else ed:plural($word))"/>
  </xsl:function>

  <!-- TEI abbreviates one unit; the others are English as they stand. -->
  <xsl:function name="ed:unit-word" as="xs:string">
    <xsl:param name="unit" as="xs:string"/>
    <xsl:sequence select="if ($unit = 'char') then 'character' else $unit"/>
  </xsl:function>

  <xsl:function name="ed:plural" as="xs:string" visibility="public">
    <xsl:param name="noun" as="xs:string"/>
    <xsl:sequence select="
        if ($noun = 'initials') then $noun
        else if (matches($noun, '(s|x|ch|sh)$')) then $noun || 'es'
        else if (matches($noun, '[^aeiou]y$')) then replace($noun, 'y$', 'ies')
        else $noun || 's'"/>
  </xsl:function>

</xsl:stylesheet>
