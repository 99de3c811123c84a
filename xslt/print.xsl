<?xml version="1.0" encoding="UTF-8"?>
<!-- Chapters of the edition, each as it stands in the book → one page with all of them, to print or to read from end to end.
     What is an anchor in a chapter begins here with the chapter's own name, for the page has many of each. -->
<xsl:package version="3.0" name="urn:cablepress:print" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xmlns:b="urn:cablepress:book"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:x="http://www.w3.org/1999/xhtml"
    xmlns:epub="http://www.idpf.org/2007/ops"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/html/frame.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>
  <xsl:include href="modules/book/whole.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:part" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="b:stems" as="xs:string*" select="/ed:sheets/ed:sheet/@stem ! string()"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="b:print-title(ed:sheets/@label)"/>
      <xsl:with-param name="description" select="b:print-description()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="m:main" as="element()+">
    <div class="folio">
      <header class="lede">
        <h1><xsl:value-of select="$h:edition-title"/></h1>
        <p class="subtitle"><xsl:value-of select="b:print-title(ed:sheets/@label)"/></p>
        <xsl:sequence select="$h:about ! ed:status-sentence(ed:status(.)) ! h:standing(.)"/>
      </header>
      <xsl:sequence select="b:introduction(ed:sheets), b:table-of-contents(ed:sheets)"/>
    </div>
    <xsl:apply-templates select="ed:sheets/ed:sheet" mode="m:part"/>
  </xsl:template>

  <!-- What the edition says of itself opens the first page. -->
  <xsl:function name="b:introduction" as="element()?">
    <xsl:param name="sheets" as="element(ed:sheets)"/>
    <xsl:variable name="paragraphs" as="element()*"
        select="$h:about[not($sheets/@label != '')]/tei:text/tei:body/tei:div[@type = 'introduction']/tei:p"/>
    <xsl:if test="$paragraphs">
      <section>
        <xsl:sequence select="h:section('introduction', 'About this edition')"/>
        <xsl:for-each select="$paragraphs"><p><xsl:value-of select="ed:plain(node())"/></p></xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- A long edition has a page of its own for each stretch, and its first page leads to them. -->
  <xsl:function name="b:table-of-contents" as="element()">
    <xsl:param name="sheets" as="element(ed:sheets)"/>
    <section>
      <xsl:sequence select="h:section('contents', b:contents())"/>
      <ol class="plain-list contents">
        <xsl:for-each select="$sheets/ed:part">
          <li><a href="{@name}"><xsl:value-of select="@label"/></a> <span class="measure"><xsl:value-of select="ed:counted(@count, 'telegram')"/></span></li>
        </xsl:for-each>
        <xsl:for-each select="$sheets/ed:sheet">
          <li><a href="#{@stem}"><xsl:value-of select="x:html/x:head/x:title"/></a></li>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:function>

  <xsl:template match="ed:sheet" mode="m:part" as="element()*">
    <xsl:apply-templates select="x:html/x:body/*" mode="m:part"/>
  </xsl:template>

  <xsl:template match="x:*" mode="m:part" as="element()">
    <xsl:element name="{local-name()}" namespace="">
      <xsl:apply-templates select="@*, node()" mode="m:part"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="x:article" mode="m:part" as="element()" priority="1">
    <article id="{ancestor::ed:sheet/@stem}">
      <xsl:apply-templates select="@*, node()" mode="m:part"/>
    </article>
  </xsl:template>

  <!-- HTML knows a footnote by its role, and has no prefixes. -->
  <xsl:template match="x:aside" mode="m:part" as="element()" priority="1">
    <div><xsl:apply-templates select="@*, node()" mode="m:part"/></div>
  </xsl:template>

  <!-- With a name, each "How to cite" would be a landmark of the page, and none could be told from the others. -->
  <xsl:template match="@epub:* | @xml:lang | x:section/@aria-labelledby" mode="m:part" as="empty-sequence()" priority="2"/>

  <xsl:template match="@* | text()" mode="m:part" as="node()">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="@id" mode="m:part" as="attribute()" priority="1">
    <xsl:attribute name="{name()}" select="ancestor::ed:sheet/@stem || '-' || ."/>
  </xsl:template>

  <xsl:template match="@href[starts-with(., '#')]" mode="m:part" as="attribute()" priority="1">
    <xsl:attribute name="href" select="'#' || ancestor::ed:sheet/@stem || '-' || substring(., 2)"/>
  </xsl:template>

  <xsl:template match="@href[contains(., '.xhtml')]" mode="m:part" as="attribute()" priority="1">
    <xsl:variable name="stem" as="xs:string" select="substring-before(., '.xhtml')"/>
    <xsl:variable name="fragment" as="xs:string" select="substring-after(., '#')"/>
    <xsl:attribute name="href" select="
        if ($stem = $b:stems) then '#' || string-join(($stem, $fragment[.]), '-')
        else $stem || '.html' || substring-after(., '.xhtml')"/>
  </xsl:template>

</xsl:package>
