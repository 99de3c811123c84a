<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → series.html: the numbers that are here, described, withheld or missing; telegrams that belong
     together, tied both ways; telegrams that others name and the edition has not. -->
<xsl:package version="3.0" name="urn:cablepress:series" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/html/frame.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>
  <xsl:include href="modules/html/whole.xsl"/>
  <xsl:include href="modules/html/links.xsl"/>
  <xsl:include href="modules/html/series.xsl"/>
  <xsl:include href="modules/html/bonds.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:titled('Series')"/>
      <xsl:with-param name="description" select="h:summary()"/>
      <xsl:with-param name="here" select="if ($h:period) then '' else 'series.html'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede">
        <h1><xsl:value-of select="h:titled('Series')"/></h1>
        <p><xsl:value-of select="h:summary()"/></p>
        <xsl:sequence select="h:all-periods('series')"/>
      </header>
      <xsl:sequence select="if ($h:is-front) then (h:by-time(), h:outside-count()) else (h:numbers(), h:bonds(), h:outside())"/>
    </div>
  </xsl:template>

  <!-- "8 telegrams: 1 full text, 6 description only, 1 withheld in full. 5 numbers between them are not in this edition." -->
  <xsl:function name="h:summary" as="xs:string">
    <xsl:variable name="missing" as="xs:integer" select="xs:integer(sum(h:entries() ! h:missing-count(.)))"/>
    <xsl:sequence select="
        ed:states-words(h:entries()/@state ! string()) || '.'
        || (if ($missing = 0) then ''
            else ' ' || h:many($missing, 'number') || ' between them ' || (if ($missing = 1) then 'is' else 'are') || ' not in this edition.')"/>
  </xsl:function>

  <xsl:function name="h:missing-count" as="xs:integer">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="ends" as="xs:integer*" select="h:missing-before($entry) ! tokenize(., '–') ! xs:integer(.)"/>
    <xsl:sequence select="if (empty($ends)) then 0 else $ends[last()] - $ends[1] + 1"/>
  </xsl:function>

  <xsl:function name="h:by-time" as="element()">
    <section>
      <xsl:sequence select="
          h:section('by-time', 'By time'), h:front('series', function ($entries) { ed:states-words($entries/@state ! string()) })"/>
    </section>
  </xsl:function>

  <!-- The run of numbers, year by year. -->
  <xsl:function name="h:numbers" as="element()">
    <section>
      <xsl:sequence select="h:section('numbers', 'The numbers')"/>
      <ul class="key">
        <xsl:for-each select="$ed:state-order[. = h:entries()/@state]">
          <li class="state"><xsl:sequence select="h:glyph(.)"/><xsl:value-of select="ed:state-word(.)"/></li>
        </xsl:for-each>
      </ul>
      <xsl:for-each-group select="h:entries()" group-adjacent="h:year(.)">
        <h3><xsl:value-of select="(current-grouping-key()[matches(., '^\d{4}$')], 'Without a date')[1]"/></h3>
        <ol class="strip">
          <xsl:for-each select="current-group()">
            <xsl:sequence select="h:missing-before(.) ! h:missing-item(.), h:stop(., ())"/>
          </xsl:for-each>
        </ol>
      </xsl:for-each-group>
    </section>
  </xsl:function>

  <!-- Of a long series the pages of each time list them. -->
  <xsl:function name="h:outside-count" as="element()?">
    <xsl:variable name="names" as="xs:string*" select="distinct-values(h:leaves()/ed:outside ! string((@number[string()], .)[1]))"/>
    <xsl:if test="exists($names)">
      <section>
        <xsl:sequence select="h:section('outside', 'Telegrams that are not in this edition')"/>
        <p><xsl:value-of select="h:many(count($names), 'telegram')"/> that the edition does not have <xsl:value-of select="if (count($names) = 1) then 'is' else 'are'"/> named; the pages above say where.</p>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:outside" as="element()?">
    <xsl:if test="h:leaves()/ed:outside">
      <section>
        <xsl:sequence select="h:section('outside', 'Telegrams that are not in this edition')"/>
        <ul class="plain-list">
          <xsl:for-each-group select="h:leaves()/ed:outside" group-by="string((@number[string()], .)[1])">
            <xsl:sort select="h:integer(current-grouping-key())"/>
            <xsl:sort select="current-grouping-key()"/>
            <li><b class="outside-name"><xsl:value-of select="."/></b> is named in <xsl:sequence select="h:naming(current-group())"/></li>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:naming" as="node()+">
    <xsl:param name="references" as="element(ed:outside)+"/>
    <xsl:for-each select="$references">
      <xsl:variable name="entry" as="element(ed:entry)?" select="h:card(../@stem)"/>
      <xsl:value-of select="', '[current() != $references[1]]"/>
      <a href="{../@stem}.html{@paragraph ! ('#p' || .)}"><xsl:value-of select="string-join((($entry ! h:entry-name(.), ../@stem)[1], @paragraph ! ('¶ ' || .)), ', ')"/></a>
    </xsl:for-each>
  </xsl:function>

</xsl:package>
