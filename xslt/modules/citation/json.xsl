<?xml version="1.0" encoding="UTF-8"?>
<!-- A reference → JSON: CSL-JSON for reference managers, schema.org's JSON-LD for search engines. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:j="http://www.w3.org/2005/xpath-functions"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:cite="urn:cablepress:citation"
    exclude-result-prefixes="#all">

  <!-- CSL-JSON, after csl-data.json of the Citation Style Language: a list of one item. -->
  <xsl:function name="cite:csl" as="xs:string">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:variable name="item" as="element(j:array)">
      <j:array>
        <j:map>
          <xsl:sequence select="
              cite:text('id', $reference/@stem), cite:text('type', 'manuscript'), cite:text('title', $reference/@title),
              cite:people('author', $reference/ed:author), cite:people('translator', $reference/ed:translator),
              cite:issued($reference), cite:text('genre', 'Telegram'), cite:text('number', $reference/@number),
              cite:text('archive', $reference/@archive), cite:text('archive_location', $reference/@location),
              cite:text('source', $reference/@source), cite:text('container-title', $reference/@edition),
              cite:text('version', $reference/@version), cite:text('publisher', $reference/@issuer),
              cite:text('language', $reference/@language), cite:text('note', ed:text-note($reference))"/>
        </j:map>
      </j:array>
    </xsl:variable>
    <xsl:sequence select="xml-to-json($item) || '&#10;'"/>
  </xsl:function>

  <xsl:function name="cite:text" as="element(j:string)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:if test="string($value)">
      <j:string key="{$key}"><xsl:value-of select="$value"/></j:string>
    </xsl:if>
  </xsl:function>

  <xsl:function name="cite:people" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="element()*"/>
    <xsl:if test="$names">
      <j:array key="{$key}">
        <xsl:for-each select="$names">
          <j:map>
            <xsl:sequence select="
                cite:text('family', @family), cite:text('given', @given), cite:text('literal', @words[empty(current()/@family)])"/>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="cite:issued" as="element(j:map)?">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:if test="$reference/(@day, @dated)">
      <j:map key="issued">
        <xsl:sequence select="if ($reference/@day) then cite:date-parts($reference/@day) else cite:text('literal', $reference/@dated)"/>
      </j:map>
    </xsl:if>
  </xsl:function>

  <xsl:function name="cite:date-parts" as="element(j:array)">
    <xsl:param name="day" as="xs:string"/>
    <j:array key="date-parts">
      <j:array>
        <xsl:for-each select="tokenize($day, '-')"><j:number><xsl:value-of select="xs:integer(.)"/></j:number></xsl:for-each>
      </j:array>
    </j:array>
  </xsl:function>

  <!-- No letter of it can end the script element that it stands in, or open a comment there. -->
  <xsl:function name="cite:json-ld" as="xs:string">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:variable name="json" as="xs:string" select="xml-to-json(cite:archive-component($reference))"/>
    <xsl:sequence select="$json => replace('&lt;', '\\u003c') => replace('>', '\\u003e') => replace('&amp;', '\\u0026')"/>
  </xsl:function>

  <xsl:function name="cite:archive-component" as="element(j:map)">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <j:map>
      <xsl:sequence select="
          cite:text('@context', 'https://schema.org'), cite:text('@type', 'ArchiveComponent'), cite:text('name', $reference/@title),
          cite:agents('author', $reference/ed:author), cite:agents('translator', $reference/ed:translator),
          cite:text('dateCreated', ($reference/@day, $reference/@dated)[1]), cite:text('inLanguage', $reference/@language),
          cite:thing('holdingArchive', 'ArchiveOrganization', $reference/@archive),
          cite:text('itemLocation', $reference/@location)"/>
      <j:map key="isPartOf">
        <xsl:sequence select="
            cite:text('@type', 'CreativeWork'), cite:text('name', ed:work($reference)), cite:text('version', $reference/@version),
            cite:thing('publisher', 'Organization', $reference/@issuer)"/>
      </j:map>
      <j:map key="encoding">
        <xsl:sequence select="
            cite:text('@type', 'MediaObject'), cite:text('encodingFormat', 'application/tei+xml'),
            cite:text('contentUrl', $reference/@stem || '.xml'), cite:text('sha256', $reference/@text)"/>
      </j:map>
    </j:map>
  </xsl:function>

  <xsl:function name="cite:agents" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="element()*"/>
    <xsl:if test="$names">
      <j:array key="{$key}">
        <xsl:for-each select="$names">
          <j:map>
            <xsl:sequence select="
                cite:text('@type', @kind), cite:text('name', @words),
                cite:text('familyName', @family), cite:text('givenName', @given)"/>
          </j:map>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <xsl:function name="cite:thing" as="element(j:map)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="name" as="item()?"/>
    <xsl:if test="$name">
      <j:map key="{$key}"><xsl:sequence select="cite:text('@type', $type), cite:text('name', $name)"/></j:map>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
