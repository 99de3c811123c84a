<?xml version="1.0" encoding="UTF-8"?>
<!-- What pages of the whole edition share. Their document is an excerpt: of the authority file it has the records that the
     page names, and its attributes say which of them have a page, what the page is about, and how a long list is split. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:known" as="xs:string*" select="tokenize($edition/ed:edition/@known)"/>

  <!-- A person, organisation or place has a page when some telegram of the edition leads to it. -->
  <xsl:function name="h:person-address" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="$pointer[. = $h:known] ! (translate(., ':', '-') || '.html')"/>
  </xsl:function>

  <xsl:function name="h:record-link" as="item()*">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="h:link(h:person-address(h:record-pointer($record)), ed:display-name($record))"/>
  </xsl:function>

  <!-- The record person-gore is pointed to as person:gore. -->
  <xsl:function name="h:record-pointer" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="replace($record/@xml:id, '^([a-z]+)-', '$1:')"/>
  </xsl:function>

  <xsl:function name="h:leaves" as="element(ed:leaf)*">
    <xsl:sequence select="$edition/ed:edition/ed:leaves/ed:leaf"/>
  </xsl:function>

  <xsl:key name="h:leaf" match="ed:leaf" use="@stem"/>

  <xsl:function name="h:leaf" as="element(ed:leaf)?">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="key('h:leaf', $entry/@stem, root($entry))"/>
  </xsl:function>

  <!-- The years, or months, into which a long list is split, and the one that this page has. -->
  <xsl:variable name="h:periods" as="xs:string*" select="tokenize($edition/ed:edition/@periods)"/>
  <xsl:variable name="h:period" as="xs:string?" select="$edition/ed:edition/@period"/>

  <!-- Whether this is the first page of a list that is split: it counts, and leads to the others. -->
  <xsl:variable name="h:is-front" as="xs:boolean" select="exists($h:periods) and empty($h:period)"/>

  <xsl:function name="h:period-words" as="xs:string">
    <xsl:param name="period" as="xs:string"/>
    <xsl:sequence select="if ($period = 'undated') then 'Without a date' else ed:long-date($period)"/>
  </xsl:function>

  <!-- Of a page's title: what it lists, and of which time. -->
  <xsl:function name="h:titled" as="xs:string">
    <xsl:param name="what" as="xs:string"/>
    <xsl:sequence select="string-join(($what, $h:period ! h:period-words(.)), ', ')"/>
  </xsl:function>

  <xsl:function name="h:all-periods" as="element()?">
    <xsl:param name="page" as="xs:string"/>
    <xsl:if test="$h:period">
      <nav class="periods" aria-label="By time">
        <ul>
          <li><a href="{$page}.html">All</a></li>
          <xsl:sequence select="$h:periods ! h:part-link(h:period-address($page, .), h:period-words(.), . = $h:period)"/>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- A list has years; in the name of a person's page a year could be part of the person's own. -->
  <xsl:function name="h:period-address" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="period" as="xs:string"/>
    <xsl:sequence select="$page || (if ($edition/ed:edition/@subject) then '_' else '-') || $period || '.html'"/>
  </xsl:function>

  <!-- One of the pages that a list is split into; here, if it is this one. -->
  <xsl:function name="h:part-link" as="element()">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="is-here" as="xs:boolean"/>
    <li>
      <a href="{$address}">
        <xsl:if test="$is-here"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
        <xsl:value-of select="$words"/>
      </a>
    </li>
  </xsl:function>

  <!-- The first page of a list that is split: a row for each year or month, with what is counted there. -->
  <xsl:function name="h:front" as="element()">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="counted" as="function(element(ed:entry)*) as xs:string"/>
    <ol class="front">
      <xsl:sequence select="$h:periods ! h:front-row(h:period-address($page, .), h:period-words(.), $counted(h:of-period(.)))"/>
    </ol>
  </xsl:function>

  <xsl:function name="h:front-row" as="element()">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="count" as="xs:string"/>
    <li>
      <a href="{$address}"><xsl:value-of select="$words"/></a>
      <xsl:text> </xsl:text>
      <span class="measure"><xsl:value-of select="$count"/></span>
    </li>
  </xsl:function>

  <xsl:function name="h:of-period" as="element(ed:entry)*">
    <xsl:param name="period" as="xs:string"/>
    <xsl:sequence select="
        if ($period = 'undated') then h:entries()[not(matches(@date, '^\d{4}'))]
        else h:entries()[starts-with(@date, $period)]"/>
  </xsl:function>

  <!-- "1,424 words" -->
  <xsl:function name="h:many" as="xs:string">
    <xsl:param name="number" as="xs:numeric"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:sequence select="format-integer(xs:integer($number), '#,##0') || substring-after(ed:counted(string($number), $unit), string($number))"/>
  </xsl:function>

  <!-- A telegram as a heading over what a page lists of it. -->
  <xsl:function name="h:telegram-heading" as="node()*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <a href="{$entry/@stem}.html"><xsl:value-of select="h:entry-name($entry)"/></a>
    <xsl:for-each select="$entry/ed:heading[string() != h:entry-name($entry)]">
      <xsl:text> </xsl:text>
      <span class="subject"><xsl:sequence select="h:kept-together(.)"/></span>
    </xsl:for-each>
    <xsl:for-each select="$entry/@dated"><xsl:text> </xsl:text><span class="time"><xsl:value-of select="."/></span></xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
