<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable's header → the sentences that say where its text comes from. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- "Diplomatic Archives of the Ministry of Foreign Affairs of Japan, File No. 2014-00540." -->
  <xsl:function name="ed:archive-sentence" as="xs:string?" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="identifier" as="element(msIdentifier)?" select="($cable/teiHeader/fileDesc/sourceDesc//msIdentifier)[1]"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $identifier/(repository, collection) ! normalize-space(), $identifier/idno ! ('File No. ' || normalize-space())"/>
    <xsl:sequence select="string-join($parts, ', ')[.] ! (. || '.')"/>
  </xsl:function>

  <!-- "Translated by Stephen Mercado.": resp and name as the header has them. -->
  <xsl:function name="ed:translator-sentence" as="xs:string?" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="translator" as="element(respStmt)?" select="$cable/teiHeader/fileDesc/titleStmt/respStmt[@xml:id = 'tr']"/>
    <xsl:sequence select="$translator ! (string-join((resp, * except (resp, note)) ! normalize-space(), ' ') || '.')"/>
  </xsl:function>

  <!-- "Text from the Wilson Center Digital Archive." A record without a text has its description from there. -->
  <xsl:function name="ed:publisher-sentence" as="xs:string?" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="publisher" as="xs:string?"
        select="($cable/teiHeader/fileDesc/sourceDesc/bibl/publisher)[1] ! normalize-space()"/>
    <xsl:variable name="what" as="xs:string" select="if (ed:state($cable) = 'full') then 'Text' else 'Description'"/>
    <xsl:sequence select="$publisher ! ($what || ' from: ' || . || '.')"/>
  </xsl:function>

  <!-- "Copies compared: Copy released in 2014; Copy released in 2019." -->
  <xsl:function name="ed:witness-sentence" as="xs:string?" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="copies" as="xs:string*"
        select="$cable/teiHeader/fileDesc/sourceDesc//witness ! replace(ed:plain(node()), '\.$', '')"/>
    <xsl:sequence select="string-join($copies[.], '; ')[.] ! ('Copies compared: ' || . || '.')"/>
  </xsl:function>

</xsl:stylesheet>
