<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → index.html: what the edition is, and all its telegrams with what is missing between them.
     When they are many, it leads to pages such as index-1994.html, which have those of a year or month. -->
<xsl:package version="3.0" name="urn:cablepress:home" package-version="1.0"
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
  <xsl:include href="modules/html/phrases.xsl"/>
  <xsl:include href="modules/html/gaps.xsl"/>
  <xsl:include href="modules/html/notes.xsl"/>
  <xsl:include href="modules/html/tables.xsl"/>
  <xsl:include href="modules/html/series.xsl"/>
  <xsl:include href="modules/html/ledger.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:block" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:inline" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="if ($h:period) then h:titled('Telegrams') else $h:edition-title"/>
      <xsl:with-param name="description" select="h:subtitle()"/>
      <xsl:with-param name="here" select="if ($h:period) then '' else 'index.html'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <xsl:sequence select="
          if ($h:is-front) then (h:lede(), h:by-time(), h:introduction())
          else if ($h:period) then (h:period-lede(), h:filters(h:entries()), h:ledger(h:entries()))
          else (h:lede(), h:filters(h:entries()), h:ledger(h:entries()), h:introduction())"/>
    </div>
  </xsl:template>

  <xsl:function name="h:period-lede" as="element()">
    <header class="lede">
      <h1><xsl:value-of select="h:titled('Telegrams')"/></h1>
      <xsl:sequence select="h:all-periods('index')"/>
    </header>
  </xsl:function>

  <xsl:function name="h:by-time" as="element()">
    <section>
      <xsl:sequence select="
          h:section('telegrams', h:many(count(h:entries()), 'telegram')),
          h:front('index', function ($entries) { ed:states-words($entries/@state ! string()) })"/>
    </section>
  </xsl:function>

  <xsl:function name="h:subtitle" as="xs:string?">
    <xsl:sequence select="$h:about/teiHeader/fileDesc/titleStmt/title[@type = 'sub'] ! normalize-space()"/>
  </xsl:function>

  <!-- The first paragraph of the introduction opens the page; the others follow the list, which is what most readers come for. -->
  <xsl:function name="h:lede" as="element()">
    <header class="lede">
      <h1><xsl:value-of select="$h:edition-title"/></h1>
      <xsl:for-each select="h:subtitle()"><p class="subtitle"><xsl:value-of select="."/></p></xsl:for-each>
      <xsl:sequence select="$h:about ! ed:status-sentence(ed:status(.)) ! h:standing(.)"/>
      <xsl:apply-templates select="h:introductory()/p[1]" mode="m:block"/>
    </header>
  </xsl:function>

  <xsl:function name="h:introduction" as="element()?">
    <xsl:variable name="rest" as="element()*" select="h:introductory()/(* except (head, p[1]))"/>
    <xsl:if test="$rest">
      <section>
        <xsl:sequence select="h:section('introduction', 'About this edition')"/>
        <xsl:apply-templates select="$rest" mode="m:block"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:introductory" as="element(div)?">
    <xsl:sequence select="$h:about/text/body/div[@type = 'introduction']"/>
  </xsl:function>

  <xsl:template match="p" mode="m:block" as="element()">
    <p><xsl:apply-templates mode="m:inline"/></p>
  </xsl:template>

  <xsl:template match="list | table" mode="m:block" as="element()*">
    <xsl:apply-templates select="." mode="m:inline"/>
  </xsl:template>

</xsl:package>
