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
      select="'from', 'to', 'dateline', 'received', 'forwarded', 'action-office', 'registration', 'reference', 'series'"/>

  <!-- The label that the source itself puts before a value, which ours replaces. -->
  <xsl:variable name="h:source-label" as="xs:string"
      select="'^\s*((from|to|sent|received|primary|number|reference|ref|re|distribution)\s*:\s*|number\s+)'"/>

  <xsl:function name="h:form" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="header" as="element()?" select="$cable/teiHeader/profileDesc/correspDesc"/>
    <xsl:where-populated>
      <dl class="run form">
        <xsl:sequence select="$h:row-order ! h:rows(., $header)"/>
        <xsl:apply-templates select="$h:opener-parts[not(h:kind(.) = $h:row-order)]" mode="m:field"/>
      </dl>
    </xsl:where-populated>
  </xsl:function>

  <!-- What the opener does not say comes from the header. -->
  <xsl:function name="h:rows" as="element()*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="header" as="element(correspDesc)?"/>
    <xsl:variable name="stated" as="element()*" select="$h:opener-parts[h:kind(.) = $kind]"/>
    <xsl:apply-templates select="$stated" mode="m:field"/>
    <xsl:sequence select="if ($stated) then () else h:header-rows($kind, $header, empty($h:opener-parts))"/>
  </xsl:function>

  <xsl:function name="h:kind" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="if ($part/self::seg) then string($part/@type) else local-name($part)"/>
  </xsl:function>

  <!-- Any part of an opener that is not a marking; an unknown kind goes under its own name. -->
  <xsl:template match="opener/*" mode="m:field" as="element()">
    <xsl:variable name="first" as="text()?" select="node()[1]/self::text()"/>
    <div>
      <dt><xsl:value-of select="h:row-label(.)"/></dt>
      <dd>
        <xsl:sequence select="$h:tongue"/>
        <xsl:value-of select="replace(h:spaced($first), $h:source-label, '', 'i')"/>
        <xsl:apply-templates select="node() except $first" mode="m:inline"/>
      </dd>
    </div>
  </xsl:template>

  <xsl:template match="seg[@type = 'handling'] | opener/stamp | opener/pb | opener/milestone | opener/fw" mode="m:field"
      as="empty-sequence()" priority="1"/>

  <!-- "No. 1468 Secret" is said by the number and the stamps, unless the number is hidden. -->
  <xsl:template match="seg[@type = 'markings']" mode="m:field" as="element()?" priority="1">
    <xsl:if test="gap">
      <div>
        <dt><xsl:value-of select="h:row-label(.)"/></dt>
        <dd><xsl:apply-templates select="node() except seg" mode="m:inline"/></dd>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="seg[@type = ('classification', 'precedence')]" mode="m:field" as="empty-sequence()" priority="1"/>

  <xsl:function name="h:row-label" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="h:kind($part)"/>
    <xsl:sequence select="(ed:field-label($part)[.], ed:capitalised($kind))[1]"/>
  </xsl:function>

  <xsl:function name="h:header-rows" as="element()*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="header" as="element(correspDesc)?"/>
    <xsl:param name="alone" as="xs:boolean"/>
    <xsl:variable name="sent" as="element()*" select="$header/correspAction[@type = 'sent']/*"/>
    <xsl:variable name="received" as="element()*" select="$header/correspAction[@type = 'received']/*"/>
    <xsl:sequence select="
        if ($kind = 'from') then h:row('From', h:listed($sent except $sent[self::placeName | self::date]))
        else if ($kind = 'to') then h:row('To', h:listed($received except $received[self::placeName | self::date]))
        else if ($kind = 'dateline') then h:row('Sent', h:listed($sent[self::placeName | self::date]))
        else if ($kind = 'received') then h:row('Received', h:listed($received[self::placeName | self::date]))
        else if ($kind = 'forwarded') then h:row('Forwarded', h:listed($header/correspAction[@type = 'forwarded']/*))
        else if ($kind = 'series' and $alone) then h:series-rows($header/correspContext/ref[@subtype])
        else ()"/>
  </xsl:function>

  <!-- The links that make several telegrams one belong to the form of a telegram without a text;
       the others stand among the related telegrams. -->
  <xsl:function name="h:series-rows" as="element()*">
    <xsl:param name="links" as="element(ref)*"/>
    <xsl:for-each-group select="$links" group-by="ed:series-label(.)">
      <xsl:sequence select="h:row(current-grouping-key(), h:listed(current-group()))"/>
    </xsl:for-each-group>
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
