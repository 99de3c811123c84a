<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → people.html: everyone who speaks, is named, sends or receives, and where. -->
<xsl:package version="3.0" name="urn:cablepress:people" package-version="1.0"
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
  <xsl:include href="modules/html/links.xsl"/>
  <xsl:include href="modules/html/cues.xsl"/>
  <xsl:include href="modules/html/places.xsl"/>
  <xsl:include href="modules/html/person.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="'People'"/>
      <xsl:with-param name="description" select="'Who speaks, is named, sends, receives or translates in the telegrams, with links to the paragraphs.'"/>
      <xsl:with-param name="here" select="'people.html'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede">
        <h1>People</h1>
        <p>Who speaks, is named, sends, receives or translates in the telegrams. The numbers lead to the paragraphs.</p>
      </header>
      <xsl:sequence select="h:people()"/>
    </div>
  </xsl:template>

  <!-- By side, the sides in the order in which they come to speak; people without one come last. -->
  <xsl:function name="h:people" as="element()*">
    <xsl:variable name="sides" as="xs:string*" select="h:speaking-sides()"/>
    <xsl:for-each-group select="h:known-people()" group-by="string(h:side-of(.))">
      <xsl:sort select="(index-of($sides, current-grouping-key()), 1000)[1]" data-type="number"/>
      <xsl:sort select="current-grouping-key() = ''"/>
      <xsl:sort select="current-grouping-key()"/>
      <xsl:sequence select="h:group(current-grouping-key(), 'side-' || position(), $sides, current-group())"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="h:group" as="element()">
    <xsl:param name="side" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="sides" as="xs:string*"/>
    <xsl:param name="people" as="element()+"/>
    <section class="after" aria-labelledby="{$id}">
      <h2 id="{$id}"><xsl:sequence select="if ($side) then h:cue($side, $sides) else 'Without a side at the time'"/></h2>
      <ul class="people">
        <xsl:for-each select="$people">
          <xsl:sort select="ed:sort-name(.)" collation="http://www.w3.org/2013/collation/UCA?lang=en"/>
          <xsl:sequence select="h:person(.)"/>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:function>

</xsl:package>
