<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable → what its page tells to browsers, search engines and reference managers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xmlns:cite="urn:cablepress:citation"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:page-title" as="xs:string">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="($h:number ! ('No. ' || .), ed:heading($cable)) => string-join(': ')"/>
  </xsl:function>

  <xsl:function name="h:metadata" as="element()*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="
        h:meta('citation_title', $h:reference/@title),
        $h:reference/ed:author ! h:meta('citation_author', ed:name-in-list(.)),
        $h:reference/@day ! h:meta('citation_publication_date', translate(., '-', '/')),
        h:meta('citation_language', $h:reference/@language),
        $h:reference/@edition ! h:meta('citation_collection_title', .),
        $h:reference/@issuer ! h:meta('citation_publisher', .)"/>
    <!-- Data, which no browser runs: the page's policy need not allow it. -->
    <script type="application/ld+json"><xsl:value-of select="cite:json-ld($h:reference)"/></script>
    <xsl:sequence select="h:alternates(h:stem($cable)), h:neighbours($h:entry)"/>
  </xsl:function>

  <xsl:function name="h:alternates" as="element()+">
    <xsl:param name="stem" as="xs:string"/>
    <link rel="alternate" type="application/tei+xml" href="{$stem}.xml" title="TEI"/>
    <link rel="alternate" type="text/plain" href="{$stem}.txt" title="Plain text"/>
    <link rel="alternate" type="application/x-bibtex" href="{$stem}.bib" title="BibTeX"/>
    <link rel="alternate" type="application/x-research-info-systems" href="{$stem}.ris" title="RIS"/>
    <link rel="alternate" type="application/vnd.citationstyles.csl+json" href="{$stem}.json" title="CSL-JSON"/>
  </xsl:function>

  <xsl:function name="h:neighbours" as="element()*">
    <xsl:param name="entry" as="element(ed:entry)?"/>
    <xsl:for-each select="$entry/preceding-sibling::ed:entry[1]"><link rel="prev" href="{@stem}.html"/></xsl:for-each>
    <xsl:for-each select="$entry/following-sibling::ed:entry[1]"><link rel="next" href="{@stem}.html"/></xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
