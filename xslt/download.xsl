<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document, the hash of all sources → download.html: how to cite the edition as a whole, and how to take it away.
     It alone of the pages names that hash, which changes whenever any source does. -->
<xsl:package version="3.0" name="urn:cablepress:download" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xmlns:b="urn:cablepress:book"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/html/frame.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>
  <xsl:include href="modules/book/whole.xsl"/>

  <xsl:param name="fingerprint" as="xs:string" select="''"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="'Cite and download'"/>
      <xsl:with-param name="description" select="'How to cite the edition as a whole, and its files to take away.'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede"><h1>Cite and download</h1></header>
      <section>
        <xsl:sequence select="h:section('cite', 'How to cite the edition')"/>
        <dl class="facts">
          <div><dt>Chicago</dt><dd class="citation"><xsl:sequence select="b:chicago()"/></dd></div>
          <div><dt>MLA</dt><dd class="citation"><xsl:sequence select="b:mla()"/></dd></div>
        </dl>
        <p class="hint">The fingerprint says from which sources the edition was made: <span class="hash"><xsl:value-of select="$fingerprint"/></span>. It is the SHA-256 of the names and hashes of all source files, and stands in <a href="manifest.json">manifest.json</a>, together with the hash of every file of the edition.</p>
        <p class="hint">A telegram is cited by its own text, as the end of its page says: that citation holds as long as the telegram stays as it is.</p>
      </section>
      <section>
        <xsl:sequence select="h:section('files', 'The edition to take away')"/>
        <dl class="facts">
          <div><dt>To read offline</dt><dd><p><a href="edition.zip" download="edition.zip">edition.zip</a>, the whole edition as a folder: pages, plain texts, TEI</p></dd></div>
          <div><dt>To read as a book</dt><dd><p><a href="edition.epub" download="edition.epub">edition.epub</a>, for reading systems and phones</p></dd></div>
          <div><dt>To read on paper</dt><dd><p><a href="print.html">All telegrams in order</a>, made to be printed</p></dd></div>
        </dl>
      </section>
    </div>
  </xsl:template>

  <xsl:function name="b:chicago" as="item()+">
    <xsl:value-of select="b:issuer() ! (. || ', ')"/>
    <cite><xsl:value-of select="$h:edition-title"/></cite>
    <xsl:value-of select="string-join(('', $h:edition-version ! lower-case(.), b:pinned()), ', ') || '.'"/>
  </xsl:function>

  <xsl:function name="b:mla" as="item()+">
    <cite><xsl:value-of select="$h:edition-title"/></cite>
    <xsl:value-of select="'. ' || string-join((($h:edition-version ! ed:capitalised(lower-case(.)), b:pinned()), b:issuer()), ', ') || '.'"/>
  </xsl:function>

  <xsl:function name="b:pinned" as="xs:string">
    <xsl:sequence select="'fingerprint ' || substring($fingerprint, 1, 12)"/>
  </xsl:function>

  <xsl:function name="b:issuer" as="xs:string?">
    <xsl:sequence select="$h:about/teiHeader/fileDesc/publicationStmt/authority[1] ! normalize-space()"/>
  </xsl:function>

</xsl:package>
