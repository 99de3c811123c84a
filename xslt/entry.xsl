<?xml version="1.0" encoding="UTF-8"?>
<!-- One cable → its index card: what the other pages of the edition need to know of it.
     Inside ed:person, ed:org and ed:place: ed:sends, ed:receives and ed:translates (from the header),
     ed:speaks (with its turn) and ed:named, each once for a paragraph, whose number is empty where there is
     none: a turn that is blacked out as a whole, a name outside the paragraphs. -->
<xsl:package name="urn:cablepress:entry" version="3.0" package-version="1.0"
    declared-modes="yes" default-mode="m:card" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs m">

  <xsl:include href="modules/editorial.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:mode name="m:card" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="m:part" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element(ed:entry)">
    <xsl:apply-templates select="TEI"/>
  </xsl:template>

  <xsl:template match="TEI" as="element(ed:entry)">
    <ed:entry stem="{@xml:id}">
      <xsl:sequence select="ed:known('number', ed:number(.)), ed:dates(ed:cable-date(.))"/>
      <xsl:attribute name="state" select="ed:state(.)"/>
      <xsl:sequence select="ed:known('status', ed:status(.)), ed:known('changed', max(teiHeader/revisionDesc//change/@when ! string()))"/>
      <xsl:attribute name="words" select="ed:words(text)"/>
      <xsl:sequence select="ed:known('unit', ed:word-unit(.)[. != 'word'])"/>
      <xsl:attribute name="redactions" select="count(text//gap[ed:is-redaction(.)])"/>
      <xsl:attribute name="paragraphs" select="count(ed:paragraphs(.))"/>
      <ed:title>{ed:title(.)}</ed:title>
      <ed:heading>{ed:heading(.)}</ed:heading>
      <xsl:apply-templates select="teiHeader/profileDesc/(abstract | correspDesc/correspContext/ref)"/>
      <xsl:sequence select="ed:agents(.)"/>
    </ed:entry>
  </xsl:template>

  <!-- What is not known has no attribute: an empty one would look like a slip. -->
  <xsl:function name="ed:known" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <xsl:attribute name="{$name}" select="$value"/>
    </xsl:if>
  </xsl:function>

  <!-- The day to sort by, and the words to show, which differ for "September 1978". -->
  <xsl:function name="ed:dates" as="attribute()*">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="$date ! (ed:known('date', ed:iso-date(.)), ed:known('dated', ed:date-words(.)))"/>
  </xsl:function>

  <xsl:template match="abstract" as="element(ed:abstract)">
    <ed:abstract>{string-join(ed:abstract-paragraphs(.), ' ')}</ed:abstract>
  </xsl:template>

  <xsl:template match="ref" as="element(ed:link)">
    <ed:link target="{tokenize(@target, '#')[1] => replace('\.xml$', '')}">
      <xsl:copy-of select="@type, @subtype, @n"/>
      <xsl:sequence select="normalize-space()"/>
    </ed:link>
  </xsl:template>

  <!-- Everyone that the cable and its header point to, by kind, in the order of their first appearance. -->
  <xsl:function name="ed:agents" as="element()*">
    <xsl:param name="cable" as="element(TEI)"/>
    <!-- All kinds in one scan, and the keys taken apart where they stand: a function for each attribute costs more. -->
    <xsl:variable name="agents" as="element()*">
      <xsl:for-each-group select="$cable//(@ref | @who | @sameAs)"
          group-by="tokenize(.)[substring-before(., ':') = ('person', 'org', 'place')]">
        <xsl:element name="ed:{substring-before(current-grouping-key(), ':')}">
          <xsl:attribute name="key" select="substring-after(current-grouping-key(), ':')"/>
          <xsl:variable name="parts" as="element()*">
            <xsl:apply-templates select="current-group()" mode="m:part"/>
          </xsl:variable>
          <xsl:for-each-group select="$parts" group-by="name() || ' ' || @turn || ' ' || @paragraph">
            <xsl:sequence select="."/>
          </xsl:for-each-group>
        </xsl:element>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="$agents/self::ed:person, $agents/self::ed:org, $agents/self::ed:place"/>
  </xsl:function>

  <xsl:template match="sp/@who" mode="m:part" as="element(ed:speaks)+">
    <xsl:variable name="turn" as="xs:integer" select="ed:turn-number(..)"/>
    <xsl:variable name="numbers" as="xs:string*" select="ed:counted-numbers(..//p) ! string()"/>
    <xsl:for-each select="if (exists($numbers)) then $numbers else ''">
      <ed:speaks turn="{$turn}" paragraph="{.}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="correspAction[@type = 'sent']//@ref" mode="m:part" as="element(ed:sends)">
    <ed:sends/>
  </xsl:template>

  <xsl:template match="correspAction[@type = ('received', 'forwarded')]//@ref" mode="m:part" as="element(ed:receives)">
    <ed:receives/>
  </xsl:template>

  <xsl:template match="respStmt[@xml:id = 'tr']//@ref" mode="m:part" as="element(ed:translates)">
    <ed:translates/>
  </xsl:template>

  <!-- Whoever took part is named by the turns; the list of participants only repeats them. -->
  <xsl:template match="particDesc//person[@role = 'speaker']/@sameAs" mode="m:part" as="empty-sequence()"/>

  <xsl:template match="@ref | @who | @sameAs" mode="m:part" as="element(ed:named)">
    <ed:named paragraph="{reverse(ed:counted-numbers(ancestor::p)) => head()}"/>
  </xsl:template>

  <!-- The numbers of those paragraphs that have one: all have been counted together, and none need be asked what it is. -->
  <xsl:function name="ed:counted-numbers" as="xs:integer*">
    <xsl:param name="paragraphs" as="element(p)*"/>
    <xsl:sequence select="$paragraphs ! ed:paragraph-number(.)[. gt 0]"/>
  </xsl:function>

</xsl:package>
