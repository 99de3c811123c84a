<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → redactions.html: every redaction by telegram, with its kind, extent, authority and context, and
     what there are of each kind. When they are many, pages such as redactions-1994.html have those of a year or month. -->
<xsl:package version="3.0" name="urn:cablepress:redactions" package-version="1.0"
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
  <xsl:include href="modules/html/redacted.xsl"/>
  <xsl:include href="modules/html/counts.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="h:redactions" as="element(ed:redaction)*" select="h:leaves()/ed:redaction"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:titled('Redactions')"/>
      <xsl:with-param name="description" select="h:summary()"/>
      <xsl:with-param name="here" select="if ($h:period) then '' else 'redactions.html'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede">
        <h1><xsl:value-of select="h:titled('Redactions')"/></h1>
        <p><xsl:value-of select="h:summary()"/></p>
        <xsl:sequence select="h:all-periods('redactions')"/>
      </header>
      <xsl:if test="$h:redactions">
        <xsl:sequence select="h:counts($h:redactions)"/>
        <xsl:sequence select="if ($h:is-front) then h:by-time() else h:by-telegram()"/>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- "5 redactions in 2 of 8 telegrams; 1 telegram is withheld in full." -->
  <xsl:function name="h:summary" as="xs:string">
    <xsl:variable name="withheld" as="xs:integer" select="count($h:redactions[@unit = 'document']/..)"/>
    <xsl:sequence select="
        if (empty($h:redactions)) then 'There are none in this edition.'
        else string-join((
          h:many(count($h:redactions), 'redaction') || ' in ' || (format-integer(count($h:redactions/..), '#,##0') || ' of ')[empty($h:period)]
            || h:many(if ($h:period) then count($h:redactions/..) else xs:integer($edition/ed:edition/@cables), 'telegram'),
          $withheld[. gt 0] ! ((if (. = 1) then 'one of them is' else format-integer(., '#,##0') || ' of them are') || ' withheld in full')), '; ') || '.'"/>
  </xsl:function>

  <xsl:function name="h:by-time" as="element()">
    <section>
      <xsl:sequence select="
          h:section('by-time', 'By time'),
          h:front('redactions', function ($entries) { h:many(count($entries ! h:leaf(.)/ed:redaction), 'redaction') })"/>
    </section>
  </xsl:function>

  <xsl:function name="h:by-telegram" as="element()">
    <section>
      <xsl:sequence select="h:section('each', 'Each redaction')"/>
      <p class="hint">
        <xsl:text>The same as a table: </xsl:text>
        <a href="redactions.csv" download="redactions.csv">CSV</a>
        <xsl:text>, </xsl:text>
        <a href="redactions.json" download="redactions.json">JSON</a>
      </p>
      <xsl:for-each select="h:entries()[h:leaf(.)/ed:redaction]">
        <h3 class="in-telegram"><xsl:sequence select="h:telegram-heading(.)"/></h3>
        <ol class="records"><xsl:sequence select="h:leaf(.)/ed:redaction ! h:redaction(., current())"/></ol>
      </xsl:for-each>
    </section>
  </xsl:function>

</xsl:package>
