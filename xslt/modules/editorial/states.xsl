<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable → what it is: how much of it is here, its number, its heading, how far its encoding has come. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- "full", "described" or "withheld": whether there is a text to read. -->
  <xsl:function name="ed:state" as="xs:string" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="
        if ($cable/@type = 'withheld') then 'withheld' else if ($cable/@type = 'stub') then 'described' else 'full'"/>
  </xsl:function>

  <xsl:function name="ed:state-word" as="xs:string" visibility="public">
    <xsl:param name="state" as="xs:string"/>
    <xsl:sequence select="
        map { 'full': 'Full text', 'described': 'Description only', 'withheld': 'Withheld in full' }($state)"/>
  </xsl:function>

  <!-- A published text needs no warning; any other says how far it has come. -->
  <xsl:function name="ed:status-sentence" as="xs:string?" visibility="public">
    <xsl:param name="status" as="xs:string?"/>
    <xsl:sequence select="
        map { 'draft': 'This is a draft; it may still change.',
              'candidate': 'This text is proposed for publication; it may still change.',
              'approved': 'This text is approved and not yet published.' }(string($status))"/>
  </xsl:function>

  <xsl:function name="ed:status" as="xs:string?" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="$cable/teiHeader/revisionDesc/@status"/>
  </xsl:function>

  <!-- The telegram's number, where it is known. -->
  <xsl:function name="ed:number" as="xs:string?" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="source" as="element(sourceDesc)?" select="$cable/teiHeader/fileDesc/sourceDesc"/>
    <xsl:sequence select="
        ($source//altIdentifier[@type = 'telegram']/idno, $source//bibl/idno[@type = 'telegram'],
         $cable/text//opener//idno[@type = 'telegram'][not(ancestor::bibl | ancestor::ref)])[normalize-space()][1]
        ! normalize-space()"/>
  </xsl:function>

  <xsl:function name="ed:title" as="xs:string" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="titles" as="element(title)*" select="$cable/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:sequence select="($titles[@type = 'main'], $titles)[1] => normalize-space()"/>
  </xsl:function>

  <!-- The cable's own subject: its head, else what the title quotes, else the title. -->
  <xsl:function name="ed:heading" as="xs:string" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="head" as="element(head)?" select="$cable/text/body/div[1]/head[1]"/>
    <xsl:sequence select="
        if ($head) then ed:plain($head/node())
        else replace(ed:title($cable), '^(|.*?\s)[''&quot;‘“](.+)[''&quot;’”]$', '$2')"/>
  </xsl:function>

  <!-- What somebody else says the cable is about: not words of the cable. -->
  <xsl:function name="ed:abstract-paragraphs" as="xs:string*" visibility="public">
    <xsl:param name="abstract" as="element(abstract)"/>
    <xsl:sequence select="$abstract/* ! ed:plain(.)[.]"/>
  </xsl:function>

</xsl:stylesheet>
