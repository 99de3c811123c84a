<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → person-gore.html, org-mofa.html, place-japan.html: one person, organisation or place; what is
     reported as said, in order, across all telegrams, and where it is named. The attribute subject says which. -->
<xsl:package version="3.0" name="urn:cablepress:record" package-version="1.0"
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
  <xsl:include href="modules/html/cues.xsl"/>
  <xsl:include href="modules/html/places.xsl"/>
  <xsl:include href="modules/html/series.xsl"/>
  <xsl:include href="modules/html/person.xsl"/>
  <xsl:include href="modules/html/said.xsl"/>
  <xsl:include href="modules/html/mentioned.xsl"/>
  <xsl:include href="modules/html/authority.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="h:subject" as="element()" select="h:record($edition/ed:edition/@subject)"/>

  <xsl:variable name="h:appearances" as="element()*" select="h:appearances($h:subject)"/>

  <!-- The list that it stands in. -->
  <xsl:variable name="h:list" as="xs:string" select="map {
      'person': 'People', 'personGrp': 'People', 'org': 'Organisations', 'place': 'Places' }(local-name($h:subject))"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:titled(ed:display-name($h:subject))"/>
      <xsl:with-param name="description" select="h:summary()"/>
      <xsl:with-param name="here" select="''"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio record">
      <xsl:sequence select="
          if ($h:is-front) then (h:lede(), h:authority(), h:by-time(), h:belonging())
          else if ($h:period) then (h:period-lede(), h:share(), h:said(), h:mentioned(), h:roles())
          else (h:lede(), h:authority(), h:share(), h:said(), h:mentioned(), h:roles(), h:belonging())"/>
    </div>
  </xsl:template>

  <xsl:function name="h:lede" as="element()">
    <header class="lede">
      <p class="up"><a href="{($edition/ed:edition/@list[string()], lower-case($h:list))[1]}.html{('#' || $h:subject/@xml:id)[$h:appearances]}"><xsl:value-of select="$h:list"/></a></p>
      <h1><xsl:value-of select="ed:display-name($h:subject)"/></h1>
      <xsl:sequence select="h:side(), h:other-names()"/>
      <p><xsl:value-of select="h:summary()"/></p>
    </header>
  </xsl:function>

  <!-- Of whom there is much, each year or month has a page, and the first page leads to these. -->
  <xsl:function name="h:period-lede" as="element()">
    <header class="lede">
      <p class="up"><a href="{$h:subject/@xml:id}.html"><xsl:value-of select="ed:display-name($h:subject)"/></a></p>
      <h1><xsl:value-of select="h:titled(ed:display-name($h:subject))"/></h1>
      <p><xsl:value-of select="h:summary()"/></p>
      <xsl:sequence select="h:all-periods($h:subject/@xml:id)"/>
    </header>
  </xsl:function>

  <xsl:function name="h:by-time" as="element()">
    <section>
      <xsl:sequence select="
          h:section('by-time', 'By time'),
          h:front($h:subject/@xml:id, function ($entries) { h:many(count($entries), 'telegram') })"/>
    </section>
  </xsl:function>

  <!-- The side has its form on the pages of telegrams, where there are others to be told apart from. -->
  <xsl:function name="h:side" as="element()?">
    <xsl:for-each select="h:side-of($h:subject)"><p class="subtitle"><xsl:value-of select="."/></p></xsl:for-each>
  </xsl:function>

  <xsl:function name="h:other-names" as="element()?">
    <xsl:variable name="names" as="element()*" select="$h:subject/(persName | orgName | placeName)[@type = 'variant']"/>
    <xsl:if test="$names">
      <p class="subtitle">
        <xsl:text>Also: </xsl:text>
        <xsl:for-each select="$names">
          <span><xsl:copy-of select="@xml:lang ! h:lang(.)"/><xsl:value-of select="normalize-space()"/></span>
          <xsl:if test="position() != last()"><xsl:text>, </xsl:text></xsl:if>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- "Speaks 639 words in 1 telegram; is named in 1 telegram." -->
  <xsl:function name="h:summary" as="xs:string">
    <xsl:variable name="parts" as="xs:string*" select="
        count($h:appearances[ed:speaks])[. gt 0]
          ! ('speaks ' || h:many(h:words-of(h:turns-of($h:subject)), 'word') || ' in ' || h:many(., 'telegram')),
        count($h:appearances[ed:named[h:is-shown(.)]])[. gt 0] ! ('is named in ' || h:many(., 'telegram')),
        count($h:appearances[ed:sends])[. gt 0] ! ('sends ' || h:many(., 'telegram')),
        count($h:appearances[ed:receives])[. gt 0] ! ('receives ' || h:many(., 'telegram')),
        count($h:appearances[ed:translates])[. gt 0] ! ('translates ' || h:many(., 'telegram'))"/>
    <xsl:sequence select="
        if (exists($parts)) then ed:capitalised(string-join($parts, '; ')) || '.'
        else 'No telegram of this edition names it; people who are in them belong to it.'"/>
  </xsl:function>

  <!-- Telegrams sent, received, translated: what their headers say. -->
  <xsl:function name="h:roles" as="element()?">
    <xsl:if test="$h:appearances/(ed:sends | ed:receives | ed:translates)">
      <section>
        <xsl:sequence select="h:section('telegrams', 'Telegrams')"/>
        <dl class="facts">
          <xsl:sequence select="
              h:telegrams('Sends', $h:appearances[ed:sends]), h:telegrams('Receives', $h:appearances[ed:receives]),
              h:telegrams('Translates', $h:appearances[ed:translates])"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:telegrams" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="known" as="element()*"/>
    <xsl:if test="$known">
      <div>
        <dt><xsl:value-of select="$label"/></dt>
        <dd><ul class="plain-list"><xsl:sequence select="$known/.. ! h:telegram-item(.)"/></ul></dd>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:telegram-item" as="element()">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <li><a href="{$entry/@stem}.html"><xsl:sequence select="h:kept-together(h:entry-title($entry))"/></a></li>
  </xsl:function>

</xsl:package>
