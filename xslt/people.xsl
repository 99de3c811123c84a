<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → the people whom telegrams know, by name: what a search can be narrowed to, and calls speakers. -->
<xsl:package version="3.0" name="urn:cablepress:people" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs m h">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element(ed:people)">
    <ed:people>
      <xsl:for-each select="tokenize($edition/ed:edition/@known)[starts-with(., 'person:')] ! h:record(.)">
        <xsl:sort select="ed:sort-name(.)" collation="http://www.w3.org/2013/collation/UCA?lang=en"/>
        <ed:person key="{substring-after(@xml:id, 'person-')}"><xsl:value-of select="ed:display-name(.)"/></ed:person>
      </xsl:for-each>
    </ed:people>
  </xsl:template>

</xsl:package>
