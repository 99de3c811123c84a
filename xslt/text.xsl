<?xml version="1.0" encoding="UTF-8"?>
<!-- One cable, and the edition it stands in → its plain-text reading, 72 columns wide.
     m:page gives the whole page, m:block lines, m:inline words; html.xsl has the same three. -->
<xsl:package name="urn:cablepress:text" version="3.0" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:lay="urn:cablepress:layout"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/text/wrap.xsl"/>
  <xsl:include href="modules/text/front.xsl"/>
  <xsl:include href="modules/text/blocks.xsl"/>
  <xsl:include href="modules/text/lists.xsl"/>
  <xsl:include href="modules/text/inline.xsl"/>
  <xsl:include href="modules/text/back.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="edition" as="document-node(element(ed:edition))"/>

  <!-- An element that no rule knows stops the build: nothing is dropped in silence. (Beware of last() on lines:
       Saxon 13 then swallows such an error together with the lines before it; tests/test_text.py looks for that.) -->
  <xsl:mode name="m:page" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="m:block" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:inline" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="xs:string">
    <xsl:variable name="body" as="xs:string*">
      <xsl:apply-templates select="TEI/text" mode="m:block"/>
    </xsl:variable>
    <xsl:variable name="lines" as="xs:string*" select="lay:front(TEI), lay:rule('-'), '', $body, lay:back(TEI)"/>
    <xsl:sequence select="lay:one-end(string-join($lines, '&#10;') || '&#10;')"/>
  </xsl:template>

  <!-- No blank lines at the end. (A regular expression, "\n+$", would be tried at every character of the page.) -->
  <xsl:function name="lay:one-end" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:sequence select="
        if (ends-with($page, '&#10;&#10;')) then lay:one-end(substring($page, 1, string-length($page) - 1)) else $page"/>
  </xsl:function>

</xsl:package>
