<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → redactions.json: the index of redactions as a list of objects, in the order of the columns of the CSV. -->
<xsl:package version="3.0" name="urn:cablepress:redactions-json" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/table.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>

  <!-- Each object on a line of its own; by way of XML, for a map has no order. -->
  <xsl:template match="/" mode="m:page" as="xs:string">
    <xsl:sequence select="'[' || string-join(//ed:redaction ! ('&#10;' || xml-to-json(h:object(h:row(.)))), ',') || '&#10;]&#10;'"/>
  </xsl:template>

  <!-- What is not known has no entry. -->
  <xsl:function name="h:object" as="element(fn:map)">
    <xsl:param name="row" as="map(xs:string, item()?)"/>
    <fn:map>
      <xsl:for-each select="$h:columns[exists($row(.))]">
        <xsl:element name="fn:{if ($row(.) instance of xs:integer) then 'number' else 'string'}">
          <xsl:attribute name="key" select="."/>
          <xsl:value-of select="$row(.)"/>
        </xsl:element>
      </xsl:for-each>
    </fn:map>
  </xsl:function>

</xsl:package>
