<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page: head, site header, footer. The words of the frame live here. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The head is written here whole, so the serialiser must not add a second charset. -->
  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- A page needs its own assets and nothing else; whatever slipped into it could neither run nor call home. -->
  <xsl:variable name="h:policy" as="xs:string">default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'</xsl:variable>

  <!-- The sections of the site: address and label. -->
  <xsl:variable name="h:sections" as="array(xs:string)+" select="
      ['index.html', 'Telegrams'], ['series.html', 'Series'], ['people.html', 'People'], ['organisations.html', 'Organisations'],
      ['places.html', 'Places'], ['redactions.html', 'Redactions'], ['notes.html', 'Notes'],
      ['search.html', 'Search']"/>

  <xsl:template name="h:frame" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string?"/>
    <xsl:param name="here" as="xs:string" select="''"/>
    <xsl:param name="metadata" as="element()*" select="()"/>
    <xsl:param name="scripts" as="xs:string*" select="()"/>
    <html lang="en">
      <xsl:sequence select="h:head(distinct-values(($title, $h:edition-title)) => string-join(' · '), $description, ($metadata, $scripts ! h:script(.)))"/>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <xsl:sequence select="h:site-header($here)"/>
        <main id="main" class="page" tabindex="-1"><xsl:apply-templates select="." mode="m:main"/></main>
        <xsl:sequence select="h:site-footer($here)"/>
      </body>
    </html>
  </xsl:template>

  <xsl:function name="h:head" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string?"/>
    <xsl:param name="metadata" as="element()*"/>
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="{$h:policy}"/>
      <title><xsl:value-of select="$title"/></title>
      <xsl:sequence select="$description[.] ! h:meta('description', .), $metadata"/>
      <meta name="color-scheme" content="light dark"/>
      <link rel="icon" href="assets/icon.svg" type="image/svg+xml"/>
      <link rel="stylesheet" href="assets/edition.css"/>
      <xsl:sequence select="h:script('edition.js')"/>
    </head>
  </xsl:function>

  <xsl:function name="h:script" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <script src="assets/{$name}" defer="defer"/>
  </xsl:function>

  <xsl:function name="h:meta" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="xs:string"/>
    <meta name="{$name}" content="{$content}"/>
  </xsl:function>

  <xsl:function name="h:site-header" as="element()">
    <xsl:param name="here" as="xs:string"/>
    <header class="site">
      <div class="page site-in">
        <a class="site-name" href="index.html"><xsl:value-of select="$h:edition-title"/></a>
        <nav aria-label="Edition">
          <ul>
            <xsl:sequence select="$h:sections ! h:section-link(.(1), .(2), $here)"/>
          </ul>
        </nav>
      </div>
    </header>
  </xsl:function>

  <xsl:function name="h:section-link" as="element()">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="here" as="xs:string"/>
    <li>
      <a href="{$address}">
        <xsl:if test="$address = $here"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
        <xsl:value-of select="$label"/>
      </a>
    </li>
  </xsl:function>

  <!-- The pages about the whole edition also lead to what says how it is encoded. -->
  <xsl:function name="h:site-footer" as="element()">
    <xsl:param name="here" as="xs:string"/>
    <footer class="foot">
      <div class="page foot-in">
        <p><xsl:value-of select="$h:edition-title"/><xsl:value-of select="$h:edition-version ! ('. ' || . || '.')"/></p>
        <xsl:sequence select="h:licence()"/>
        <ul class="downloads">
          <li><a href="download.html">Cite and download the edition</a></li>
          <li><a href="print.html">All telegrams in order, for printing</a></li>
          <xsl:if test="$here"><li><a href="guidelines.html">Encoding guidelines</a></li></xsl:if>
        </ul>
      </div>
    </footer>
  </xsl:function>

  <!-- A text that is not final says so. -->
  <xsl:function name="h:standing" as="element()">
    <xsl:param name="words" as="xs:string"/>
    <p class="standing"><xsl:value-of select="$words"/></p>
  </xsl:function>

  <!-- What makes a section one, so that its content can be written in place: content handed to a function is first
       built and then copied. -->
  <xsl:function name="h:section" as="node()+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="heading" as="xs:string"/>
    <xsl:attribute name="class" select="'after ' || $id"/>
    <xsl:attribute name="aria-labelledby" select="$id"/>
    <h2 id="{$id}"><xsl:value-of select="$heading"/></h2>
  </xsl:function>

  <!-- One row of a description list; a row without a value is not shown. For words and for little else: see h:section. -->
  <xsl:function name="h:row" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="item()*"/>
    <xsl:if test="exists($value)">
      <div>
        <dt><xsl:value-of select="$label"/></dt>
        <dd><xsl:sequence select="$value"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
