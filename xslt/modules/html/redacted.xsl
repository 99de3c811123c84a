<?xml version="1.0" encoding="UTF-8"?>
<!-- A redaction's record → its place in the index: the words round it, with its bar as a link, and what is known of it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:redaction" as="element()">
    <xsl:param name="redaction" as="element(ed:redaction)"/>
    <xsl:param name="entry" as="element(ed:entry)"/>
    <li>
      <p class="context">
        <xsl:value-of select="$redaction/ed:before"/>
        <a class="redact" href="{$entry/@stem}.html#g{$redaction/@number}"><xsl:value-of select="$redaction/ed:wording"/></a>
        <xsl:value-of select="$redaction/ed:after"/>
      </p>
      <p class="meta"><xsl:value-of select="h:known-of($redaction)" separator=" · "/></p>
    </li>
  </xsl:function>

  <!-- What, where, by whom, who reports it, and how many words are left round it. -->
  <xsl:function name="h:known-of" as="xs:string+">
    <xsl:param name="redaction" as="element(ed:redaction)"/>
    <xsl:sequence select="
        ed:capitalised(($redaction/@size, ed:kind-words($redaction))[1]),
        ed:part-words($redaction),
        ($redaction/@authority ! ('by ' || .), 'nobody is named')[1],
        $redaction/@reporter ! ('reported by ' || .),
        $redaction/@among[. != '0'] ! ('in a paragraph of ' || h:many(xs:integer(.), 'word'))"/>
  </xsl:function>

</xsl:stylesheet>
