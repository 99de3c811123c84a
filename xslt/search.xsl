<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → search.html: the form, and all words that assets/search.js says to a reader. -->
<xsl:package version="3.0" name="urn:cablepress:search" package-version="1.0"
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
  <xsl:include href="modules/html/search.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="'Search'"/>
      <xsl:with-param name="description" select="'Search the paragraphs of the telegrams, by word, person, date and state.'"/>
      <xsl:with-param name="here" select="'search.html'"/>
      <xsl:with-param name="scripts" select="'terms.js', 'shelves.js', 'lookup.js', 'search.js'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede">
        <h1>Search</h1>
        <p>Every paragraph of the telegrams, their headings, abstracts and notes. A word is found in singular and plural, with and without accents;
          words in quotation marks, only as they follow each other.</p>
        <xsl:sequence select="h:without-script()"/>
      </header>
      <xsl:sequence select="h:search-form(), h:hits()"/>
    </div>
  </xsl:template>

</xsl:package>
