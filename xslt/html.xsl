<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable, a withheld record or a stub → its HTML page, cable-N.html.
     m:page lays out the page, m:block its blocks, m:inline what runs in a line,
     m:field the rows of the telegram's form, m:stamp its markings, m:line its heading as transcribed. -->
<xsl:package version="3.0" name="urn:cablepress:html" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/editorial/citations.xsl"/>
  <xsl:include href="modules/citation/reference.xsl"/>
  <xsl:include href="modules/citation/json.xsl"/>
  <xsl:include href="modules/html/frame.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>
  <xsl:include href="modules/html/cable.xsl"/>
  <xsl:include href="modules/html/links.xsl"/>
  <xsl:include href="modules/html/metadata.xsl"/>
  <xsl:include href="modules/html/masthead.xsl"/>
  <xsl:include href="modules/html/form.xsl"/>
  <xsl:include href="modules/html/cues.xsl"/>
  <xsl:include href="modules/html/sides.xsl"/>
  <xsl:include href="modules/html/shape.xsl"/>
  <xsl:include href="modules/html/turns.xsl"/>
  <xsl:include href="modules/html/blocks.xsl"/>
  <xsl:include href="modules/html/tables.xsl"/>
  <xsl:include href="modules/html/phrases.xsl"/>
  <xsl:include href="modules/html/gaps.xsl"/>
  <xsl:include href="modules/html/notes.xsl"/>
  <xsl:include href="modules/html/series.xsl"/>
  <xsl:include href="modules/html/related.xsl"/>
  <xsl:include href="modules/html/places.xsl"/>
  <xsl:include href="modules/html/named.xsl"/>
  <xsl:include href="modules/html/citation.xsl"/>
  <xsl:include href="modules/html/provenance.xsl"/>

  <!-- The cable itself: what is asked of it again and again stands in global variables. -->
  <xsl:global-context-item as="document-node(element(TEI))" use="required"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:block" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:inline" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:field" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:stamp" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:line" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element(html)" xpath-default-namespace="">
    <xsl:apply-templates select="*" mode="m:page"/>
  </xsl:template>

  <xsl:template match="TEI" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:page-title(.)"/>
      <xsl:with-param name="description" select="teiHeader/profileDesc/abstract/normalize-space()"/>
      <xsl:with-param name="metadata" select="h:metadata(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="TEI" mode="m:main" as="element()">
    <article class="cable">
      <xsl:call-template name="h:masthead"/>
      <xsl:apply-templates select="text/body" mode="m:block"/>
      <xsl:sequence select="h:series($h:entry), h:related(), h:named(), h:provenance(.), h:citation()"/>
    </article>
  </xsl:template>

</xsl:package>
