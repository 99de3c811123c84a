<?xml version="1.0" encoding="UTF-8"?>
<!-- The notes of a cable → a record of each: whose it is, its mark, where it stands, what it says. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- In the order of what they are about: editors' notes, notes of the translator and notes of the cable itself; those that tell of a redaction are printed with it. -->
  <xsl:function name="ed:notes" as="element(ed:note)*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="notes" as="element()*" select="ed:editors-notes($cable) | ed:lettered-notes(root($cable))"/>
    <xsl:variable name="by-place" as="map(xs:string, element()+)" select="
        map:merge($notes ! map:entry(generate-id(ed:noted(.)), .), map { 'duplicates': 'combine' })"/>
    <xsl:sequence select="$notes/ed:noted(.) ! $by-place(generate-id(.)) ! ed:note(.)"/>
  </xsl:function>

  <xsl:function name="ed:note" as="element(ed:note)">
    <xsl:param name="note" as="element()"/>
    <ed:note mark="{ed:page-mark($note)}" kind="{if ($note/self::choice) then 'editorial' else $note/@type}">
      <xsl:sequence select="ed:place(ed:noted($note))"/>
      <xsl:copy-of select="$note/@xml:lang"/>
      <xsl:for-each select="ed:hands($note)"><xsl:attribute name="author" select="."/></xsl:for-each>
      <ed:before><xsl:value-of select="ed:tail(ed:words-noted($note), 90)"/></ed:before>
      <ed:words><xsl:value-of select="ed:undelimited(ed:note-words($note))"/></ed:words>
    </ed:note>
  </xsl:function>

  <!-- What a note is about: what it points to, or the place where it is written. -->
  <xsl:function name="ed:noted" as="element()">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="targets" as="xs:string*" select="$note/@target ! tokenize(.) ! substring-after(., '#')"/>
    <xsl:sequence select="($targets ! key('ed:anchor', ., root($note)), $note)[1]"/>
  </xsl:function>

  <xsl:function name="ed:words-noted" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="about" as="element()" select="ed:noted($note)"/>
    <xsl:sequence select="
        if ($note/self::choice) then ed:undelimited(ed:plain($note/sic/node()))
        else if ($about is $note) then ed:words-before($note)
        else ed:undelimited(ed:plain($about/node()))"/>
  </xsl:function>

</xsl:stylesheet>
