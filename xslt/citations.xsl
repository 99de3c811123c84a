<?xml version="1.0" encoding="UTF-8"?>
<!-- One cable, the edition it stands in, the hash of its file → what reference managers read: BibTeX, RIS, CSL-JSON. -->
<xsl:package name="urn:cablepress:citations" version="3.0" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:cite="urn:cablepress:citation"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/editorial/citations.xsl"/>
  <xsl:include href="modules/citation/reference.xsl"/>
  <xsl:include href="modules/citation/bibtex.xsl"/>
  <xsl:include href="modules/citation/ris.xsl"/>
  <xsl:include href="modules/citation/json.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:param name="edition" as="document-node(element(ed:edition))?" select="()"/>
  <xsl:param name="digest" as="xs:string" select="''"/>

  <xsl:mode name="m:page" on-no-match="fail" on-multiple-match="fail" visibility="public"/>

  <xsl:template match="document-node()" as="element(cite:files)">
    <xsl:variable name="reference" as="element(ed:reference)" select="ed:reference(TEI, $edition, $digest)"/>
    <cite:files>
      <cite:bib><xsl:value-of select="cite:bibtex($reference)"/></cite:bib>
      <cite:ris><xsl:value-of select="cite:ris($reference)"/></cite:ris>
      <cite:json><xsl:value-of select="cite:csl($reference)"/></cite:json>
    </cite:files>
  </xsl:template>

</xsl:package>
