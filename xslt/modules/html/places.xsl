<?xml version="1.0" encoding="UTF-8"?>
<!-- Where somebody speaks or is named, as links to paragraphs. The heading of a telegram has no number. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:paragraph-links" as="element()?">
    <xsl:param name="numbers" as="xs:string*"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="known" as="xs:integer*" select="sort(distinct-values($numbers[.] ! xs:integer(.)))"/>
    <xsl:if test="exists($known)">
      <xsl:variable name="label" as="xs:string" select="h:paragraph-label($page)"/>
      <span class="places"> ¶ <xsl:sequence select="$known ! h:paragraph-link(., $page, $label)"/></span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:paragraph-link" as="item()+">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <a href="{$page}#p{$number}" aria-label="{$label} {$number}"><xsl:value-of select="$number"/></a>
    <xsl:text> </xsl:text>
  </xsl:function>

  <xsl:function name="h:paragraph-label" as="xs:string">
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="h:card(substring-before($page, '.html'))"/>
    <xsl:sequence select="string-join(($entry ! h:entry-name(.), 'Paragraph'[empty($entry)], 'paragraph'[exists($entry)]), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
