<?xml version="1.0" encoding="UTF-8"?>
<!-- What is not there. The words on a redaction's bar are real text: seen, copied, read aloud and printed alike. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- A copy of the heading must not be counted twice, so its bars have a name of their own, and no anchor. -->
  <xsl:template match="gap[ed:is-redaction(.)]" mode="m:inline" as="element()" priority="1">
    <xsl:param name="copy" as="xs:boolean" select="false()" tunnel="yes"/>
    <span class="{if ($copy) then 'redact-copy' else 'redact', h:size(.)}">
      <xsl:if test="not($copy)"><xsl:attribute name="id" select="'g' || ed:redaction-number(.)"/></xsl:if>
      <xsl:sequence select="h:language(ed:report(.))"/>
      <xsl:value-of select="ed:wording(.)"/>
    </span>
  </xsl:template>

  <xsl:template match="gap" mode="m:inline" as="element()">
    <span class="lacuna"><xsl:value-of select="ed:wording(.)"/></span>
  </xsl:template>

  <!-- A passage, page or turn that is gone leaves a block as large as the eye expects. -->
  <xsl:function name="h:size" as="xs:string*">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:if test="h:is-alone($gap)">
      <xsl:sequence select="
          if ($gap/@unit = ('page', 'document', 'section')) then ('block', 'large')
          else if ($gap/@unit = ('passage', 'paragraph', 'turn', 'statement', 'line')) then ('block', 'medium')
          else ()"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:is-alone" as="xs:boolean">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="others" as="node()*" select="$gap/../node() except ($gap, ed:report($gap))"/>
    <xsl:sequence select="$gap/parent::p | $gap/parent::div and empty($others[self::* or normalize-space()])"/>
  </xsl:function>

  <xsl:function name="h:language" as="attribute()?">
    <xsl:param name="element" as="element()?"/>
    <xsl:for-each select="$element/@xml:lang"><xsl:attribute name="lang" select="."/></xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
