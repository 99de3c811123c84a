<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the text comes from, whose rights are in it, what was done to it, and the files to take away. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:provenance" as="element()">
    <xsl:param name="cable" as="element(TEI)"/>
    <section>
      <xsl:sequence select="h:section('about', 'About this text')"/>
      <dl class="facts">
        <xsl:sequence select="
            h:archive($cable), h:translation($cable), h:source($cable), h:copies($cable), h:redactions($cable),
            h:rights($cable), h:history($cable), h:downloads(h:stem($cable))"/>
      </dl>
    </section>
  </xsl:function>

  <xsl:function name="h:archive" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="h:row('Held by', h:held-by())"/>
  </xsl:function>

  <xsl:function name="h:translation" as="element()*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="h:row('Translated by', h:translators())"/>
    <!-- Two archives may hold it. -->
    <xsl:variable name="languages" as="xs:string*" select="distinct-values($cable/teiHeader//msContents/textLang/normalize-space())"/>
    <xsl:sequence select="h:row('Language', h:given(string-join($languages, '; ')[.]))"/>
  </xsl:function>

  <!-- Other files point at the source, so it keeps its name as an anchor. Its own statement of rights stands with it. -->
  <xsl:function name="h:source" as="element()*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:for-each select="$cable/teiHeader//sourceDesc/bibl">
      <div>
        <dt>Source</dt>
        <dd>
          <xsl:for-each select="@xml:id"><xsl:attribute name="id" select="."/></xsl:for-each>
          <p><xsl:value-of select="string-join((publisher ! normalize-space(), title[1] ! ('“' || normalize-space() || '”')), ', ')"/></p>
          <xsl:sequence select="(note | availability/(p | licence)) ! h:statement(.)"/>
        </dd>
      </div>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:statement" as="element()">
    <xsl:param name="statement" as="element()"/>
    <p><xsl:sequence select="h:inline($statement/node())"/></p>
  </xsl:function>

  <xsl:function name="h:statements" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="statements" as="element()*"/>
    <xsl:if test="$statements">
      <div>
        <dt><xsl:value-of select="$label"/></dt>
        <dd><xsl:sequence select="$statements ! h:statement(.)"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- The releases of the text whose readings are set side by side. -->
  <xsl:function name="h:copies" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="h:statements('Copies compared', $cable/teiHeader//sourceDesc//witness)"/>
  </xsl:function>

  <!-- Counted from the encoding, so that a reader can check that none is missing. -->
  <xsl:function name="h:redactions" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="all" as="element(gap)*" select="$cable/text//gap[ed:is-redaction(.)]"/>
    <xsl:variable name="above" as="element(gap)*" select="$h:heading-parts//gap[ed:is-redaction(.)]"/>
    <xsl:sequence select="h:row('Redactions', h:redaction-words(ed:state($cable), count($all), count($above)))"/>
  </xsl:function>

  <xsl:function name="h:redaction-words" as="xs:string?">
    <xsl:param name="state" as="xs:string"/>
    <xsl:param name="all" as="xs:integer"/>
    <xsl:param name="above" as="xs:integer"/>
    <xsl:sequence select="
        if ($state != 'full') then ()
        else if ($all = 0) then 'None'
        else if ($all = $above) then $all || ', all in the heading; none in the text'
        else if ($above = 0) then $all || ', all in the text'
        else $all || ': ' || $above || ' in the heading, ' || $all - $above || ' in the text'"/>
  </xsl:function>

  <!-- What the edition says; the source's own statement stands with the source. -->
  <xsl:function name="h:rights" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="h:statements('Rights', $cable/teiHeader//publicationStmt/availability/(p | licence))"/>
  </xsl:function>

  <xsl:function name="h:history" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="changes" as="element(change)*" select="$cable/teiHeader/revisionDesc//change"/>
    <xsl:if test="$changes">
      <div>
        <dt>History</dt>
        <dd>
          <ul class="plain-list">
            <xsl:for-each select="$changes">
              <li><xsl:value-of select="@when ! (ed:long-date(.) || ':'), h:inline(node()), h:agent(@who) ! ('(' || . || ')')" separator=" "/></li>
            </xsl:for-each>
          </ul>
        </dd>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:downloads" as="element()">
    <xsl:param name="stem" as="xs:string"/>
    <div>
      <dt>Download</dt>
      <dd>
        <ul class="downloads">
          <li><a href="{$stem}.xml" download="{$stem}.xml">TEI XML</a></li>
          <li><a href="{$stem}.txt" download="{$stem}.txt">Plain text</a></li>
        </ul>
      </dd>
    </div>
  </xsl:function>

</xsl:stylesheet>
