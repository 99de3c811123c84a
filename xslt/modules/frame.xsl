<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable's header and the edition → the lines of the source page round the cable which they account for. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:frame" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:param name="edition" as="document-node()"/>
    <xsl:variable name="header" as="element(teiHeader)" select="$cable/teiHeader"/>
    <xsl:variable name="about" as="element()*" select="
        $header/fileDesc/(titleStmt/title | sourceDesc/bibl/(title | date | idno | availability/p | note[@type = 'provenance'])),
        $header/fileDesc/sourceDesc/bibl/relatedItem/bibl/(date | title | note),
        $header/encodingDesc/samplingDecl//list[@type = 'furniture']/item,
        $header/profileDesc/(creation/date | abstract/p)"/>
    <xsl:sequence select="distinct-values((
        $about ! normalize-space(), ed:source-lines($cable), ed:related-lines($cable, $edition),
        $edition//list[@type = 'furniture']/item ! normalize-space())[.])"/>
  </xsl:function>

  <!-- "Diplomatic Archives …, File No. 2014-00540. Translated by Stephen Mercado.": on one line of the page or on two. -->
  <xsl:function name="ed:source-lines" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="sentences" as="xs:string*" select="ed:archive-sentence($cable), ed:translator-sentence($cable)"/>
    <xsl:sequence select="string-join($sentences, ' '), $sentences"/>
  </xsl:function>

  <!-- What the page says of another telegram stands in that telegram's own header. -->
  <xsl:function name="ed:related-lines" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:param name="edition" as="document-node()"/>
    <xsl:variable name="stems" as="xs:string*"
        select="$cable//correspContext/ref ! replace(tokenize(@target, '#')[1], '\.xml$', '')"/>
    <xsl:sequence select="$edition//ed:entry[@stem = $stems] ! (@dated/string(), ed:title/string(), ed:abstract/string())"/>
  </xsl:function>

</xsl:stylesheet>
