<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → redactions.csv: the index of redactions as a table, after RFC 4180. A cell that a spreadsheet would
     take for a formula begins with an apostrophe. -->
<xsl:package version="3.0" name="urn:cablepress:redactions-csv" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/table.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="xs:string">
    <xsl:variable name="rows" as="xs:string+" select="
        string-join($h:columns ! h:cell(.), ','),
        //ed:redaction ! (let $row := h:row(.) return string-join($h:columns ! h:cell(string($row(.))), ','))"/>
    <xsl:sequence select="string-join($rows ! (. || '&#13;&#10;'))"/>
  </xsl:template>

  <xsl:function name="h:cell" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="harmless" as="xs:string" select="(&quot;'&quot;)[matches($words, '^[=+\-@\t\r]')] || $words"/>
    <xsl:sequence select="
        if (matches($harmless, '[&quot;,\r\n]')) then '&quot;' || replace($harmless, '&quot;', '&quot;&quot;') || '&quot;' else $harmless"/>
  </xsl:function>

</xsl:package>
