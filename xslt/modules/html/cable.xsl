<?xml version="1.0" encoding="UTF-8"?>
<!-- What many parts of the page ask of the cable, found once for a page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:cable" as="element(TEI)" select="/TEI"/>

  <!-- The day of the cable, on which people have their offices and sides. -->
  <xsl:variable name="h:day" as="xs:string?" select="ed:cable-date($h:cable) ! ed:iso-date(.)"/>

  <!-- Its place among the telegrams of the edition. -->
  <xsl:variable name="h:entry" as="element(ed:entry)?" select="h:card(h:stem($h:cable))"/>

  <!-- Its own index card. The entries of an edition may be brief, for all pages share them; they do where no card is given. -->
  <xsl:param name="card" as="document-node(element(ed:entry))?" select="()"/>
  <xsl:variable name="h:card" as="element(ed:entry)?" select="($card/ed:entry, $h:entry)[1]"/>

  <!-- Its words are told from those of the page where the two are not in one language. -->
  <xsl:variable name="h:tongue" as="attribute(lang)?">
    <xsl:if test="$h:cable/@xml:lang and not(starts-with($h:cable/@xml:lang, 'en'))">
      <xsl:attribute name="lang" select="$h:cable/@xml:lang"/>
    </xsl:if>
  </xsl:variable>

  <xsl:variable name="h:number" as="xs:string?" select="ed:number($h:cable)"/>

  <xsl:variable name="h:turns" as="element(sp)*" select="$h:cable/text//sp"/>

  <!-- What stands above the text: everything up to the first block of the text itself. -->
  <xsl:variable name="h:heading-parts" as="element()*">
    <xsl:variable name="parts" as="element()*" select="$h:cable/text/body/div[1]/*"/>
    <xsl:variable name="text" as="element()?" select="$parts[not(self::opener | self::head | self::pb | self::fw | self::milestone)][1]"/>
    <xsl:sequence select="$parts[empty($text) or . &lt;&lt; $text]"/>
  </xsl:variable>

  <!-- A person, organisation or place has a page when some telegram of the edition leads to it: whom this one names, this
       one leads to, so that nothing needs to be asked of the others. -->
  <xsl:function name="h:person-address" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="h:record($pointer)[not(self::category)] ! (@xml:id || '.html')"/>
  </xsl:function>

</xsl:stylesheet>
