<?xml version="1.0" encoding="UTF-8"?>
<!-- A finished page → the same page with each block on a line of its own, so that two builds can be compared line by line.
     The serialiser's own indentation would also break lines within sentences. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The one mode that copies: what the other modes made is complete. -->
  <xsl:mode name="m:lines" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:variable name="h:block-names" as="xs:string+" select="
      'head', 'meta', 'title', 'link', 'script', 'body', 'header', 'nav', 'main', 'footer', 'article', 'section', 'div', 'p',
      'h1', 'h2', 'h3', 'ol', 'ul', 'li', 'dl', 'dt', 'blockquote', 'table', 'tr', 'svg', 'rect', 'fieldset', 'label', 'details'"/>

  <xsl:template match="*[local-name() = $h:block-names]" mode="m:lines" as="item()+">
    <xsl:text>&#10;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

</xsl:stylesheet>
