<?xml version="1.0" encoding="UTF-8"?>
<!-- The telegram's form: the cable's own values under our labels, in our order. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The order of the rows; other parts of an opener follow as they come. -->
  <xsl:variable name="h:row-order" as="xs:string+"
      select="'from', 'to', 'dateline', 'received', 'action-office', 'registration', 'reference', 'series'"/>

  <!-- The label that the source itself puts before a value, which ours replaces. -->
  <xsl:variable name="h:source-label" as="xs:string"
      select="'^\s*((from|to|sent|received|primary|number|reference|ref|re|distribution)\s*:\s*|number\s+)'"/>

  <xsl:function name="h:form" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="openers" as="element()*" select="h:opener-parts($cable)"/>
    <xsl:where-populated>
      <dl class="run form">
        <xsl:apply-templates select="sort($openers, (), h:rank#1)" mode="m:field"/>
        <xsl:sequence select="if ($openers) then () else h:header-form($cable/teiHeader/profileDesc/correspDesc)"/>
      </dl>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="h:rank" as="xs:integer">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="(index-of($h:row-order, h:kind($part)), count($h:row-order) + 1)[1]"/>
  </xsl:function>

  <xsl:function name="h:kind" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if ($part/self::seg) then string($part/@type) else local-name($part)"/>
  </xsl:function>

  <!-- Any part of an opener that is not a marking; an unknown kind goes under its own name. -->
  <xsl:template match="opener/*" mode="m:field" as="element()?">
    <xsl:sequence select="h:row(h:row-label(.), h:value(.))"/>
  </xsl:template>

  <xsl:template match="seg[@type = 'handling'] | opener/stamp | opener/pb | opener/milestone | opener/fw" mode="m:field"
      as="empty-sequence()" priority="1"/>

  <!-- "No. 1468 Secret" is said by the number and the stamps, unless the number is hidden. -->
  <xsl:template match="seg[@type = 'markings']" mode="m:field" as="element()?" priority="1">
    <xsl:if test="gap">
      <xsl:sequence select="h:row(h:row-label(.), h:inline(node() except seg))"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="seg[@type = ('classification', 'precedence')]" mode="m:field" as="empty-sequence()" priority="1"/>

  <xsl:function name="h:row-label" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="h:kind($part)"/>
    <xsl:sequence select="(ed:field-label($part)[.], upper-case(substring($kind, 1, 1)) || substring($kind, 2))[1]"/>
  </xsl:function>

  <xsl:function name="h:value" as="item()*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="first" as="text()?" select="$part/node()[1]/self::text()"/>
    <xsl:value-of select="replace(h:spaced($first), $h:source-label, '', 'i')"/>
    <xsl:sequence select="h:inline($part/node() except $first)"/>
  </xsl:function>

  <!-- A telegram without a text has its form from the header. Of the links there, those that make several
       telegrams one belong to the form; the others stand among the related telegrams. -->
  <xsl:function name="h:header-form" as="element()*">
    <xsl:param name="header" as="element(correspDesc)?"/>
    <xsl:variable name="sent" as="element()*" select="$header/correspAction[@type = 'sent']/*"/>
    <xsl:variable name="received" as="element()*" select="$header/correspAction[@type = 'received']/*"/>
    <xsl:sequence select="
        h:row('From', h:listed($sent[self::persName | self::orgName | self::rs])),
        h:row('To', h:listed($received[self::persName | self::orgName | self::rs])),
        h:row('Sent', h:listed($sent[self::placeName | self::date])),
        h:row('Received', h:listed($received[self::placeName | self::date])),
        h:row('Forwarded to', h:listed($header/correspAction[@type = 'forwarded']/*))"/>
    <xsl:for-each-group select="$header/correspContext/ref[@subtype]" group-by="h:series-label(.)">
      <xsl:sequence select="h:row(current-grouping-key(), h:listed(current-group()))"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- As short as the other labels; the list of related telegrams says it in full. -->
  <xsl:function name="h:series-label" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="
        if ($ref/@subtype = 'divided') then 'Divided' else if ($ref/@type = 'whole') then 'Separate to' else 'Separate'"/>
  </xsl:function>

  <!-- Values side by side, with a comma between. -->
  <xsl:function name="h:listed" as="node()*">
    <xsl:param name="values" as="element()*"/>
    <xsl:for-each select="$values">
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="m:inline"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
