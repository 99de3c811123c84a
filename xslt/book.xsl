<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → what an EPUB 3 needs beside its chapters: package document, table of contents, title page. -->
<xsl:package version="3.0" name="urn:cablepress:book" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xmlns:b="urn:cablepress:book"
    xmlns:epub="http://www.idpf.org/2007/ops"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns="http://www.w3.org/1999/xhtml"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs m ed h b xsl">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>
  <xsl:include href="modules/book/whole.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <!-- A name for the book that no other has, and the hash of all sources. -->
  <xsl:param name="identifier" as="xs:string"/>
  <xsl:param name="fingerprint" as="xs:string"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:block" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element(b:files)">
    <b:files>
      <b:file name="package.opf"><xsl:call-template name="b:package"/></b:file>
      <!-- No telegram may have these names. -->
      <b:file name="index.xhtml"><xsl:call-template name="b:navigation"/></b:file>
      <b:file name="edition.xhtml"><xsl:call-template name="b:title-page"/></b:file>
    </b:files>
  </xsl:template>

  <xsl:template name="b:package" as="element()">
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="en">
      <metadata>
        <dc:identifier id="book"><xsl:value-of select="$identifier"/></dc:identifier>
        <dc:title><xsl:value-of select="$h:edition-title"/></dc:title>
        <dc:language>en</dc:language>
        <xsl:for-each select="$h:about/teiHeader/fileDesc/publicationStmt/authority"><dc:publisher><xsl:value-of select="normalize-space()"/></dc:publisher></xsl:for-each>
        <xsl:for-each select="h:licence()"><dc:rights><xsl:value-of select="."/></dc:rights></xsl:for-each>
        <meta property="dcterms:modified"><xsl:value-of select="b:modified()"/></meta>
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessModeSufficient">textual</meta>
        <meta property="schema:accessibilityFeature">structuralNavigation</meta>
        <meta property="schema:accessibilityFeature">tableOfContents</meta>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilitySummary"><xsl:value-of select="b:accessibility()"/></meta>
      </metadata>
      <manifest>
        <item id="nav" href="index.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="style" href="book.css" media-type="text/css"/>
        <item id="title" href="edition.xhtml" media-type="application/xhtml+xml"/>
        <xsl:for-each select="h:entries()"><item id="c-{@stem}" href="{@stem}.xhtml" media-type="application/xhtml+xml"/></xsl:for-each>
      </manifest>
      <spine>
        <itemref idref="title"/>
        <itemref idref="nav"/>
        <xsl:for-each select="h:entries()"><itemref idref="c-{@stem}"/></xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <!-- The latest change that any source records of itself: the same on every day that the book is made. -->
  <xsl:function name="b:modified" as="xs:string">
    <xsl:variable name="days" as="xs:string*" select="
        h:entries()/@changed, $edition/ed:edition/(ed:about | ed:authority)//revisionDesc//change/@when"/>
    <xsl:variable name="latest" as="xs:string" select="(max($days ! substring(., 1, 10)), '1970')[1]"/>
    <xsl:sequence select="$latest || substring('0000-01-01', string-length($latest) + 1) || 'T00:00:00Z'"/>
  </xsl:function>

  <xsl:template name="b:navigation" as="element()">
    <html lang="en" xml:lang="en">
      <xsl:sequence select="b:head(b:contents())"/>
      <body>
        <nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
          <h1 id="contents"><xsl:value-of select="b:contents()"/></h1>
          <ol>
            <li><a href="edition.xhtml"><xsl:value-of select="$h:edition-title"/></a></li>
            <xsl:for-each select="h:entries()">
              <li><a href="{@stem}.xhtml"><xsl:value-of select="distinct-values((h:entry-name(.), string(ed:heading))[normalize-space()])" separator=". "/></a></li>
            </xsl:for-each>
          </ol>
        </nav>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="b:title-page" as="element()">
    <html lang="en" xml:lang="en">
      <xsl:sequence select="b:head($h:edition-title)"/>
      <body>
        <section epub:type="titlepage" class="title-page">
          <h1><xsl:value-of select="$h:edition-title"/></h1>
          <xsl:for-each select="$h:about/teiHeader/fileDesc/titleStmt/title[@type = 'sub']"><p class="subtitle"><xsl:value-of select="normalize-space()"/></p></xsl:for-each>
          <xsl:for-each select="$h:about ! ed:status-sentence(ed:status(.))"><p class="standing"><xsl:value-of select="."/></p></xsl:for-each>
          <xsl:apply-templates select="$h:about/text/body/div[@type = 'introduction']/p" mode="m:block"/>
          <div class="colophon">
            <p><xsl:value-of select="ed:edition-sentence($edition)"/></p>
            <xsl:for-each select="h:licence()"><p><xsl:value-of select="."/></p></xsl:for-each>
            <p class="hash"><xsl:value-of select="b:fingerprint-words($fingerprint)"/></p>
          </div>
        </section>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="p" mode="m:block" as="element()">
    <p><xsl:value-of select="ed:plain(node())"/></p>
  </xsl:template>

  <xsl:function name="b:head" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <head>
      <title><xsl:value-of select="$title"/></title>
      <link rel="stylesheet" type="text/css" href="book.css"/>
    </head>
  </xsl:function>

</xsl:package>
