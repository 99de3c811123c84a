<?xml version="1.0" encoding="UTF-8"?>
<!-- What somebody is reported as saying, in order, across all telegrams; and how much of each talk that is. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:own-turns" as="element(ed:turn)*" select="h:turns-of($h:subject)"/>

  <xsl:function name="h:said" as="element()?">
    <xsl:if test="$h:own-turns">
      <section class="text said" aria-labelledby="said">
        <h2 id="said">What is reported as said</h2>
        <xsl:for-each-group select="$h:own-turns" group-adjacent="string(../@stem)">
          <xsl:variable name="entry" as="element(ed:entry)" select="h:card(current-grouping-key())"/>
          <h3 class="in-telegram"><xsl:sequence select="h:telegram-heading($entry)"/></h3>
          <xsl:sequence select="current-group() ! h:turn(., $entry)"/>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- As on the telegram's own page, with the label that the telegram has. -->
  <xsl:function name="h:turn" as="element()">
    <xsl:param name="turn" as="element(ed:turn)"/>
    <xsl:param name="entry" as="element(ed:entry)"/>
    <div class="turn">
      <h4 class="who">
        <span class="who-label">
          <a href="{$entry/@stem}.html#t{$turn/@number}"><xsl:value-of select="($turn/@speaker[string()], ed:no-speaker())[1]"/></a>
          <xsl:value-of select="(' ' || ed:doubt-mark())[$turn/@doubtful]"/>
        </span>
      </h4>
      <div class="speech"><xsl:sequence select="$turn/ed:passage ! h:passage(., $entry)"/></div>
    </div>
  </xsl:function>

  <xsl:function name="h:passage" as="element()">
    <xsl:param name="passage" as="element(ed:passage)"/>
    <xsl:param name="entry" as="element(ed:entry)"/>
    <div class="para">
      <xsl:for-each select="$passage/@number">
        <a class="pn" href="{$entry/@stem}.html#p{.}" aria-label="{.}, paragraph of {h:entry-name($entry)}"><xsl:value-of select="."/></a>
      </xsl:for-each>
      <p class="run"><xsl:copy-of select="$passage/@xml:lang ! h:lang(.)"/><xsl:sequence select="$passage/node() ! h:seen(.)"/></p>
    </div>
  </xsl:function>

  <!-- Words that stand for a redaction stand on a bar here, too. -->
  <xsl:function name="h:seen" as="node()">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node[not(self::ed:bar)]"/>
    <xsl:for-each select="$node/self::ed:bar"><span class="redact"><xsl:value-of select="."/></span></xsl:for-each>
  </xsl:function>

  <!-- Of each talk: a bar, the words, and what share of all words of the talk they are. -->
  <xsl:function name="h:share" as="element()?">
    <xsl:if test="$h:own-turns">
      <section>
        <xsl:sequence select="h:section('share', 'Share of words')"/>
        <ul class="shares">
          <xsl:for-each-group select="$h:own-turns" group-adjacent="string(../@stem)">
            <xsl:sequence select="h:share-in(h:card(current-grouping-key()), current-group())"/>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:share-in" as="element()">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="turns" as="element(ed:turn)+"/>
    <xsl:variable name="words" as="xs:integer" select="h:words-of($turns)"/>
    <xsl:variable name="spoken" as="xs:integer" select="max((xs:integer($turns[1]/../@spoken), 1))"/>
    <li>
      <a href="{$entry/@stem}.html"><xsl:value-of select="h:entry-name($entry)"/></a>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="whole" x="0" y="0" width="1000" height="20" vector-effect="non-scaling-stroke"/>
        <rect class="part" x="0" y="0" width="{round(1000 * $words div $spoken)}" height="20"/>
      </svg>
      <span class="measure"><xsl:value-of select="h:share-words($words, $spoken, count($turns))"/></span>
    </li>
  </xsl:function>

  <xsl:function name="h:share-words" as="xs:string">
    <xsl:param name="words" as="xs:integer"/>
    <xsl:param name="spoken" as="xs:integer"/>
    <xsl:param name="turns" as="xs:integer"/>
    <xsl:variable name="percent" as="xs:integer" select="xs:integer(round(100 * $words div $spoken))"/>
    <xsl:sequence select="
        format-integer($words, '#,##0') || ' of ' || h:many($spoken, 'word') || ' (' || $percent || '%), in ' || h:many($turns, 'turn')"/>
  </xsl:function>

</xsl:stylesheet>
