<?xml version="1.0" encoding="UTF-8"?>
<!-- The shape of a talk: one bar of turns, as wide as their words, and the same turns as a list of links. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The bar is a thousand units wide; the space between turns shrinks when they are many. -->
  <xsl:variable name="h:strip-width" as="xs:double" select="1000"/>

  <xsl:function name="h:shape" as="element()?">
    <xsl:if test="count($h:turns) gt 1">
      <nav class="shape" aria-label="Turns, in order">
        <xsl:sequence select="h:strip()"/>
        <xsl:sequence select="if (count($h:turns) gt $h:turns-at-once) then h:folded-turns() else h:turn-list()"/>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- The list of a longer talk would stand between its readers and its text, and waits until it is wanted. -->
  <xsl:variable name="h:turns-at-once" as="xs:integer" select="40"/>

  <!-- More turns than these are too narrow for an outline and a space of their own: all would be ink. -->
  <xsl:variable name="h:turns-apart" as="xs:integer" select="100"/>

  <xsl:function name="h:folded-turns" as="element()">
    <details>
      <summary><xsl:value-of select="ed:counted(string(count($h:turns)), 'turn')"/></summary>
      <xsl:sequence select="h:turn-list()"/>
    </details>
  </xsl:function>

  <xsl:function name="h:turn-list" as="element()">
    <ol>
      <xsl:sequence select="$h:turns ! h:turn-link(.)"/>
    </ol>
  </xsl:function>

  <xsl:function name="h:strip" as="element()">
    <xsl:variable name="is-dense" as="xs:boolean" select="count($h:turns) gt $h:turns-apart"/>
    <xsl:variable name="space" as="xs:double" select="if ($is-dense) then 0 else min((6, 300 div count($h:turns)))"/>
    <xsl:variable name="widths" as="xs:double+" select="h:widths($h:turns ! h:words(.), $space)"/>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <xsl:if test="$is-dense"><xsl:attribute name="class" select="'dense'"/></xsl:if>
      <xsl:for-each select="$h:turns">
        <xsl:variable name="before" as="xs:integer" select="position() - 1"/>
        <rect class="{h:side-class(h:side(.), $h:sides)}" vector-effect="non-scaling-stroke" y="0" height="20"
            x="{h:rounded(sum($widths[position() le $before]) + $before * $space)}" width="{h:rounded($widths[$before + 1])}"/>
      </xsl:for-each>
    </svg>
  </xsl:function>

  <!-- Widths in proportion to words; a turn of a word or none can still be seen. -->
  <xsl:function name="h:widths" as="xs:double+">
    <xsl:param name="words" as="xs:integer+"/>
    <xsl:param name="space" as="xs:double"/>
    <xsl:variable name="seen" as="xs:double+" select="$words ! max((., sum($words) div 200, 1)) ! xs:double(.)"/>
    <xsl:variable name="room" as="xs:double" select="$h:strip-width - $space * (count($words) - 1)"/>
    <xsl:sequence select="$seen ! (. * $room div sum($seen))"/>
  </xsl:function>

  <xsl:function name="h:rounded" as="xs:string">
    <xsl:param name="length" as="xs:double"/>
    <xsl:sequence select="format-number($length, '0.0')"/>
  </xsl:function>

  <xsl:function name="h:turn-link" as="element()">
    <xsl:param name="turn" as="element(sp)"/>
    <li>
      <xsl:sequence select="h:bare-cue(h:side($turn), $h:sides)"/>
      <a href="#t{ed:turn-number($turn)}">
        <xsl:value-of select="h:speaker-words($turn)"/>
        <xsl:sequence select="h:paragraph-range($turn)"/>
      </a>
    </li>
  </xsl:function>

  <xsl:function name="h:paragraph-range" as="item()*">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:variable name="numbers" as="xs:integer*" select="($turn//p[not(ancestor::note | ancestor::desc)]) ! ed:paragraph-number(.)"/>
    <xsl:if test="exists($numbers)">
      <span class="hidden"><xsl:value-of select="if (count($numbers) gt 1) then ' paragraphs' else ' paragraph'"/></span>
      <xsl:value-of select="' ' || string-join(distinct-values((min($numbers), max($numbers))), '–')"/>
    </xsl:if>
  </xsl:function>

  <!-- The words of each turn, counted once for the bar and the legend. -->
  <xsl:variable name="h:words" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$h:turns"><xsl:map-entry key="generate-id()" select="ed:words(.)"/></xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="h:words" as="xs:integer">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:sequence select="$h:words(generate-id($turn))"/>
  </xsl:function>

  <!-- How many words each side has. -->
  <xsl:function name="h:legend" as="element()?">
    <xsl:where-populated>
      <ul class="legend">
        <xsl:for-each-group select="$h:turns" group-by="h:side(.)">
          <xsl:variable name="words" as="xs:integer" select="sum(current-group() ! h:words(.))"/>
          <li class="{h:side-class(current-grouping-key(), $h:sides)}">
            <xsl:value-of select="current-grouping-key(), ed:counted(format-integer($words, '#,##0'), ed:word-unit($h:cable))"/>
          </li>
        </xsl:for-each-group>
      </ul>
    </xsl:where-populated>
  </xsl:function>

</xsl:stylesheet>
