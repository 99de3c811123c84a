<?xml version="1.0" encoding="UTF-8"?>
<!-- A redaction's record → a row of the table that readers can download. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:param name="edition" as="document-node(element(ed:edition))?" select="()"/>

  <xsl:key name="h:entry" match="ed:entry" use="@stem"/>

  <xsl:variable name="h:columns" as="xs:string+" select="
      'telegram', 'file', 'date', 'redaction', 'kind', 'reason', 'extent', 'part', 'paragraph', 'authority', 'reporter',
      'wording', 'before', 'after', 'words_in_paragraph', 'link'"/>

  <xsl:function name="h:row" as="map(xs:string, item()?)">
    <xsl:param name="redaction" as="element(ed:redaction)"/>
    <xsl:variable name="stem" as="xs:string" select="$redaction/../@stem"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="key('h:entry', $stem, root($redaction))"/>
    <xsl:sequence select="map {
        'telegram': $entry/@number ! string(), 'file': $stem, 'date': $entry/@date ! string(),
        'redaction': xs:integer($redaction/@number), 'kind': ed:kind-words($redaction), 'reason': string($redaction/@reason),
        'extent': $redaction/@size ! string(), 'part': string($redaction/@part),
        'paragraph': $redaction/@paragraph ! xs:integer(.), 'authority': $redaction/@authority ! string(),
        'reporter': $redaction/@reporter ! string(), 'wording': string($redaction/ed:wording),
        'before': $redaction/ed:before[string()] ! string(), 'after': $redaction/ed:after[string()] ! string(),
        'words_in_paragraph': $redaction/@among ! xs:integer(.), 'link': $stem || '.html#g' || $redaction/@number }"/>
  </xsl:function>

</xsl:stylesheet>
