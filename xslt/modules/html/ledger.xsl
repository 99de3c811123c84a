<?xml version="1.0" encoding="UTF-8"?>
<!-- All telegrams by day, each with its state as a form and a word; missing numbers stand in their place. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Radio buttons that the style sheet reads: no script. With one state there is nothing to choose. -->
  <xsl:function name="h:filters" as="element()?">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:if test="count(distinct-values($entries/@state)) gt 1">
      <fieldset class="filters">
        <legend>Show</legend>
        <label><input type="radio" name="state" id="state-all" checked="checked"/> All (<xsl:value-of select="count($entries)"/>)</label>
        <xsl:sequence select="for $state in $ed:state-order[. = $entries/@state] return h:filter($state, count($entries[@state = $state]))"/>
      </fieldset>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:filter" as="element()">
    <xsl:param name="state" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <label><input type="radio" name="state" id="state-{$state}"/> <xsl:value-of select="ed:state-word($state) || ' (' || $count || ')'"/></label>
  </xsl:function>

  <xsl:function name="h:ledger" as="element()">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <div class="days">
      <xsl:for-each-group select="$entries" group-adjacent="string(@date)">
        <section class="day" aria-labelledby="day-{position()}">
          <h2 id="day-{position()}"><xsl:sequence select="h:day-words(.)"/></h2>
          <ol class="ledger"><xsl:sequence select="current-group() ! h:ledger-part(.)"/></ol>
        </section>
      </xsl:for-each-group>
    </div>
  </xsl:function>

  <!-- "Saturday, February 12, 1994"; what the header does not know is not guessed. -->
  <xsl:function name="h:day-words" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="whole" as="xs:boolean" select="$entry/@dated = ed:long-date(string($entry/@date)) and $entry/@date castable as xs:date"/>
    <xsl:sequence select="
        if (empty($entry/@date)) then 'Without a date'
        else if ($whole) then format-date(xs:date($entry/@date), '[FNn]', 'en', (), ()) || ', ' || $entry/@dated
        else ed:capitalised($entry/@dated)"/>
  </xsl:function>

  <xsl:function name="h:ledger-part" as="element()+">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="h:missing-before($entry) ! h:missing-item(.)"/>
    <li id="{$entry/@stem}" data-state="{$entry/@state}">
      <p class="number"><xsl:value-of select="$entry/@number"/></p>
      <div class="what">
        <h3><a href="{$entry/@stem}.html"><xsl:sequence select="h:kept-together($entry/ed:heading)"/></a></h3>
        <xsl:for-each select="$entry/ed:abstract"><p><xsl:value-of select="."/></p></xsl:for-each>
      </div>
      <div class="how">
        <p class="state"><xsl:sequence select="h:glyph($entry/@state)"/><xsl:value-of select="ed:state-word($entry/@state)"/></p>
        <xsl:sequence select="$entry[@state = 'full'] ! h:measure(.)"/>
      </div>
    </li>
  </xsl:function>

  <xsl:function name="h:measure" as="element()">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <p class="measure">
      <xsl:value-of separator=", " select="
          ed:counted(format-integer($entry/@words, '#,##0'), ($entry/@unit, 'word')[1]), $entry/@redactions[. != '0'] ! ed:counted(., 'redaction')"/>
    </p>
  </xsl:function>

</xsl:stylesheet>
