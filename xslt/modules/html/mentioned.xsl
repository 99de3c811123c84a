<?xml version="1.0" encoding="UTF-8"?>
<!-- Where somebody or something is named: each paragraph, who speaks there, and the words round the name. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:passage" match="ed:passage[@number]" use="ancestor::ed:leaf/@stem || '#' || @number"/>

  <xsl:function name="h:mentioned" as="element()?">
    <xsl:variable name="known" as="element()*" select="$h:appearances[ed:named[h:is-shown(.)]]"/>
    <xsl:if test="$known">
      <section>
        <xsl:sequence select="h:section('mentioned', 'Where named')"/>
        <xsl:for-each select="$known">
          <h3 class="in-telegram"><xsl:sequence select="h:telegram-heading(..)"/></h3>
          <ul class="mentions"><xsl:sequence select="h:mentions(.)"/></ul>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- A name outside the paragraphs is told of once. -->
  <xsl:function name="h:mentions" as="element()+">
    <xsl:param name="known" as="element()"/>
    <xsl:sequence select="$known/ed:named[@paragraph != ''] ! h:mention(., $known/..)"/>
    <xsl:if test="$known/ed:named[@paragraph = '']">
      <li><span class="speaker">In the heading, the form or the description</span></li>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:mention" as="element()">
    <xsl:param name="named" as="element(ed:named)"/>
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="number" as="xs:string" select="$named/@paragraph"/>
    <li>
      <a class="at" href="{$entry/@stem}.html#p{$number}" aria-label="¶ {$number} of {h:entry-name($entry)}">¶ <xsl:value-of select="$number"/></a>
      <xsl:for-each select="key('h:passage', $entry/@stem || '#' || $number, root($entry))[1]">
        <xsl:text> </xsl:text>
        <xsl:for-each select="../@speaker[string()]"><span class="speaker"><xsl:value-of select="."/></span><xsl:text> </xsl:text></xsl:for-each>
        <span class="context"><xsl:copy-of select="@xml:lang ! h:lang(.)"/><xsl:value-of select="h:round-name(string())"/></span>
      </xsl:for-each>
    </li>
  </xsl:function>

  <!-- The words round the name; where it is called otherwise, by an office, those with which the paragraph begins. -->
  <xsl:function name="h:round-name" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="string($h:names[contains($text, .)][1])"/>
    <xsl:variable name="before" as="xs:string" select="if ($name) then substring-before($text, $name) else ''"/>
    <xsl:variable name="after" as="xs:string" select="substring($text, string-length($before || $name) + 1)"/>
    <xsl:sequence select="ed:tail($before, 70) || $name || ed:beginning($after, 110)"/>
  </xsl:function>

  <!-- The names by which the text may call the subject, the longest first. -->
  <xsl:variable name="h:names" as="xs:string*" select="
      sort(distinct-values($h:subject/(persName | orgName | placeName)/(., surname) ! normalize-space())[string-length() gt 1],
        (), function ($name) { -string-length($name) })"/>

</xsl:stylesheet>
