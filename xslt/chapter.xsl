<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands on a cable's page between header and footer, and the edition it stands in → the cable as a chapter of a book.
     The words are the page's own; what only a screen can do (switches, the strip of neighbours, files to take away) stays out. -->
<xsl:package version="3.0" name="urn:cablepress:chapter" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:b="urn:cablepress:book"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns="http://www.w3.org/1999/xhtml"
    exclude-result-prefixes="#all">

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:param name="edition" as="document-node(element(ed:edition))?" select="()"/>

  <xsl:mode name="m:page" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="m:part" on-no-match="fail" on-multiple-match="fail"/>

  <!-- A pointer leads into the book only to what is in it. -->
  <xsl:key name="b:chapter" match="ed:entry" use="@stem"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <html lang="en" xml:lang="en" xmlns:epub="http://www.idpf.org/2007/ops">
      <head>
        <title><xsl:value-of select="b:title(.)"/></title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body><xsl:apply-templates select="main/*" mode="m:part"/></body>
    </html>
  </xsl:template>

  <!-- "No. 1468: Japan-United States Summit Meeting". -->
  <xsl:function name="b:title" as="xs:string">
    <xsl:param name="page" as="document-node()"/>
    <xsl:variable name="heading" as="xs:string" select="normalize-space(head($page//h1))"/>
    <xsl:sequence select="string-join(($page//p[@class = 'mast-no'] ! ('No. ' || normalize-space(b)), $heading[.]), ': ')"/>
  </xsl:function>

  <xsl:template match="*" mode="m:part" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@*, node()" mode="m:part"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="@* | text()" mode="m:part" as="node()">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="@lang" mode="m:part" as="attribute()+" priority="1">
    <xsl:sequence select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <!-- What a book cannot do, and what it has in another way. -->
  <xsl:template mode="m:part" as="empty-sequence()" priority="9"
      match="*[@hidden] | nav | fieldset | section[tokenize(@class) = 'series'] | p[@class = 'hint'][empty(span)]
             | div[dd/ul[@class = 'downloads']]"/>

  <!-- The number of a paragraph is no link to itself. -->
  <xsl:template match="a[@class = 'pn']" mode="m:part" as="element()" priority="2">
    <span class="pn"><xsl:apply-templates mode="m:part"/></span>
  </xsl:template>

  <xsl:template match="a[b:address(@href)]" mode="m:part" as="element()" priority="1.5">
    <a href="{b:address(@href)}">
      <xsl:apply-templates select="@* except @href, node()" mode="m:part"/>
    </a>
  </xsl:template>

  <!-- A page that the book has not is named, and not led to. -->
  <xsl:template match="a" mode="m:part" as="item()*" priority="1">
    <xsl:apply-templates mode="m:part"/>
  </xsl:template>

  <xsl:function name="b:address" as="xs:string?">
    <xsl:param name="href" as="xs:string"/>
    <xsl:variable name="stem" as="xs:string" select="substring-before($href || '#', '.html')"/>
    <xsl:sequence select="
        if (starts-with($href, '#') or matches($href, '^https?:')) then $href
        else if ($edition ! key('b:chapter', $stem, .)) then $stem || '.xhtml' || substring-after($href, '.html')
        else ()"/>
  </xsl:function>

  <!-- Reading systems show a note where its mark is touched. -->
  <xsl:template match="a/@role[. = 'doc-noteref']" mode="m:part" as="attribute()+" priority="1">
    <xsl:sequence select="."/>
    <xsl:attribute name="epub:type" select="'noteref'"/>
  </xsl:template>

  <xsl:template match="div[@role = 'doc-footnote']" mode="m:part" as="element()" priority="1">
    <aside epub:type="footnote"><xsl:apply-templates select="@*, node()" mode="m:part"/></aside>
  </xsl:template>

</xsl:package>
