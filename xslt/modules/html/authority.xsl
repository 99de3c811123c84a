<?xml version="1.0" encoding="UTF-8"?>
<!-- A record of the authority file → what it says, each with its time: nothing is asserted here that it does not say. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:authority" as="element()?">
    <xsl:if test="$h:subject/(occupation | affiliation | idno | note | @type)">
      <section>
        <xsl:sequence select="h:section('authority', if ($h:list = 'People') then 'Offices' else 'About')"/>
        <dl class="facts">
          <xsl:sequence select="
              h:facts('Office', $h:subject/occupation), h:facts('Side', $h:subject/affiliation),
              h:row('Kind', $h:subject/@type ! ed:capitalised(.)),
              h:facts('Identifier', $h:subject/idno), h:facts('Note', $h:subject/note)"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:facts" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="facts" as="element()*"/>
    <xsl:if test="$facts">
      <div>
        <dt><xsl:value-of select="$label"/></dt>
        <dd><xsl:sequence select="$facts ! h:fact(.)"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:fact" as="element()">
    <xsl:param name="fact" as="element()"/>
    <p>
      <xsl:value-of select="$fact/self::idno/@type ! (map { 'wikidata': 'Wikidata', 'viaf': 'VIAF' }(.) || ' ')"/>
      <xsl:sequence select="h:link($fact/@ref ! h:person-address(.), normalize-space($fact))"/>
      <xsl:for-each select="$fact[ed:is-doubtful(.)]"><span class="doubt"><xsl:value-of select="' ' || ed:doubt-mark()"/></span></xsl:for-each>
      <xsl:for-each select="h:time($fact)"><span class="time"><xsl:value-of select="', ' || ."/></span></xsl:for-each>
    </p>
  </xsl:function>

  <!-- The people of a country or organisation. -->
  <xsl:function name="h:belonging" as="element()?">
    <xsl:variable name="pointer" as="xs:string" select="h:record-pointer($h:subject)"/>
    <xsl:variable name="people" as="element()*" select="
        $edition/ed:edition/ed:authority//affiliation[tokenize(@ref) = $pointer]/..[h:record-pointer(.) = $h:known]"/>
    <xsl:if test="$people">
      <section>
        <xsl:sequence select="h:section('belonging', 'People')"/>
        <ul class="plain-list">
          <xsl:for-each select="$people">
            <xsl:sort select="ed:sort-name(.)" collation="http://www.w3.org/2013/collation/UCA?lang=en"/>
            <li>
              <xsl:sequence select="h:record-link(.)"/>
              <xsl:for-each select="occupation"><span class="time"><xsl:value-of select="', ' || normalize-space()"/></span></xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
