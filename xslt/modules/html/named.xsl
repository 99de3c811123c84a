<?xml version="1.0" encoding="UTF-8"?>
<!-- Whom and what the text of a telegram names, and where: the index card of the telegram, read back. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:named" as="element()?">
    <xsl:variable name="known" as="element()*" select="$h:card/(ed:person | ed:org | ed:place)[h:record(h:pointer(.))]"/>
    <xsl:variable name="speakers" as="element()*" select="$known/self::ed:person[ed:speaks]"/>
    <xsl:variable name="named" as="element()*" select="$known[ed:named[h:is-in-text(.)]]"/>
    <xsl:if test="$speakers or $named">
      <section>
        <xsl:sequence select="h:section('named', 'People, organisations, places')"/>
        <dl class="facts">
          <xsl:sequence select="
              h:named-row('Speakers', $speakers), h:named-row('Named', $named/self::ed:person),
              h:named-row('Organisations', $named/self::ed:org), h:named-row('Places', $named/self::ed:place)"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The card knows the header's names too; whom only the header names, this telegram does not. -->
  <xsl:function name="h:is-in-text" as="xs:boolean">
    <xsl:param name="named" as="element(ed:named)"/>
    <xsl:sequence select="$named/@paragraph != '' or h:pointer($named/..) = $h:pointers-of-the-text"/>
  </xsl:function>

  <xsl:variable name="h:pointers-of-the-text" as="xs:string*" select="$h:cable/text//@ref/tokenize(.)"/>

  <xsl:function name="h:pointer" as="xs:string">
    <xsl:param name="known" as="element()"/>
    <xsl:sequence select="local-name($known) || ':' || $known/@key"/>
  </xsl:function>

  <!-- A name above or below the text has no paragraph to lead to. -->
  <xsl:function name="h:named-row" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="known" as="element()*"/>
    <xsl:if test="$known">
      <div>
        <dt><xsl:value-of select="$label"/></dt>
        <dd>
          <ul class="plain-list">
            <xsl:for-each select="$known">
              <xsl:variable name="pointer" as="xs:string" select="h:pointer(.)"/>
              <li>
                <xsl:sequence select="h:link(h:person-address($pointer), h:record($pointer) ! ed:display-name(.))"/>
                <xsl:sequence select="h:paragraph-links(if ($label = 'Speakers') then ed:speaks/@paragraph else ed:named/@paragraph, '')"/>
              </li>
            </xsl:for-each>
          </ul>
        </dd>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
