<?xml version="1.0" encoding="UTF-8"?>
<!-- The run of telegrams, with what is withheld and what is missing in its place. The home page shows it too. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- How many neighbours on either side the strip shows; the home page has them all. -->
  <xsl:variable name="h:strip-reach" as="xs:integer" select="12"/>

  <xsl:function name="h:series" as="element()?">
    <xsl:param name="here" as="element(ed:entry)?"/>
    <xsl:variable name="near" as="element(ed:entry)*" select="
        $here/preceding-sibling::ed:entry[position() le $h:strip-reach],
        $here, $here/following-sibling::ed:entry[position() le $h:strip-reach]"/>
    <xsl:if test="count($near) gt 1">
      <section>
        <xsl:sequence select="h:section('series', 'The run of telegrams')"/>
        <ol class="strip">
          <xsl:for-each select="$near">
            <xsl:sequence select="(if (position() gt 1) then h:missing-before(.) else ()) ! h:missing-item(.), h:stop(., $here)"/>
          </xsl:for-each>
        </ol>
        <xsl:sequence select="h:previous-next($here)"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:stop" as="element()">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="here" as="element(ed:entry)?"/>
    <li>
      <a class="stop" href="{$entry/@stem}.html">
        <xsl:if test="$entry is $here"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
        <xsl:sequence select="h:glyph($entry/@state)"/>
        <xsl:value-of select="($entry/@number, $entry/@stem)[1]"/>
        <span class="hidden"><xsl:value-of select="' (' || lower-case(ed:state-word($entry/@state)) || ')'"/></span>
      </a>
    </li>
  </xsl:function>

  <!-- The state of a telegram as a form: a written sheet, an empty one, a black one. The word stands beside it. -->
  <xsl:function name="h:glyph" as="element()">
    <xsl:param name="state" as="xs:string"/>
    <span class="glyph {$state}" aria-hidden="true"></span>
  </xsl:function>

  <!-- The numbers between a telegram and the one before it, when both are numbers of the same year. -->
  <xsl:function name="h:missing-before" as="xs:string?">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="before" as="element(ed:entry)?" select="$entry/preceding-sibling::ed:entry[1][h:year(.) = h:year($entry)]"/>
    <xsl:variable name="first" as="xs:integer?" select="h:integer($before/@number) ! (. + 1)"/>
    <xsl:variable name="last" as="xs:integer?" select="h:integer($entry/@number) ! (. - 1)"/>
    <xsl:sequence select="if ($first lt $last) then $first || '–' || $last else $first[. = $last] ! string()"/>
  </xsl:function>

  <xsl:function name="h:year" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="substring(string($entry/@date), 1, 4)"/>
  </xsl:function>

  <xsl:function name="h:integer" as="xs:integer?">
    <xsl:param name="number" as="xs:string?"/>
    <xsl:sequence select="$number[matches(., '^\d{1,9}$')] ! xs:integer(.)"/>
  </xsl:function>

  <xsl:function name="h:missing-item" as="element()">
    <xsl:param name="numbers" as="xs:string"/>
    <li class="missing"><xsl:value-of select="$numbers"/> not in this edition</li>
  </xsl:function>

  <xsl:function name="h:previous-next" as="element()">
    <xsl:param name="here" as="element(ed:entry)"/>
    <nav class="prevnext" aria-label="Previous and next telegram">
      <xsl:for-each select="$here/preceding-sibling::ed:entry[1]">
        <a rel="prev" href="{@stem}.html">← <xsl:sequence select="h:kept-together(h:entry-title(.))"/></a>
      </xsl:for-each>
      <xsl:for-each select="$here/following-sibling::ed:entry[1]">
        <a rel="next" href="{@stem}.html"><xsl:sequence select="h:kept-together(h:entry-title(.))"/> →</a>
      </xsl:for-each>
    </nav>
  </xsl:function>

  <xsl:function name="h:entry-title" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="string-join(distinct-values((h:entry-name($entry), string($entry/ed:heading))), ', ')"/>
  </xsl:function>

  <!-- A line does not end within the first few words of a parenthesis: "(Small Group Meeting)", "(Working Lunch, ". -->
  <xsl:function name="h:kept-together" as="item()*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:analyze-string select="$title" regex="\([^(),]{{1,24}}[,)]">
      <xsl:matching-substring><span class="together"><xsl:value-of select="."/></span></xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

</xsl:stylesheet>
