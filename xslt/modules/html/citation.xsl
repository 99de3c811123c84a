<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a telegram: a sentence that can be copied, after the Chicago manner. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:citation" as="element()">
    <xsl:param name="cable" as="element(TEI)"/>
    <section>
      <xsl:sequence select="h:section('cite', 'How to cite')"/>
      <blockquote class="citation"><p>“<xsl:value-of select="h:cited-title($cable)"/>” <xsl:value-of select="h:citation-parts($cable)" separator=", "/>; in <i><xsl:value-of select="$h:edition-title"/></i><xsl:value-of select="$h:edition-version ! (', ' || lower-case(.))"/>.</p></blockquote>
      <xsl:for-each select="ed:paragraphs($cable)[last()]">
        <p class="hint">To point at a passage, add its paragraph, for instance ¶ <xsl:value-of select="ed:paragraph-number(.)"/>.</p>
      </xsl:for-each>
    </section>
  </xsl:function>

  <!-- Within quotation marks those of the title are single ones, and the comma stands inside both. -->
  <xsl:function name="h:cited-title" as="xs:string">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="replace(ed:title($cable) || ',', '(^|\s)[''&quot;‘“](.+)[''&quot;’”],$', '$1‘$2,’')"/>
  </xsl:function>

  <xsl:function name="h:citation-parts" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="source" as="element(sourceDesc)?" select="$cable/teiHeader/fileDesc/sourceDesc"/>
    <xsl:sequence select="
        ed:cable-date($cable) ! ed:date-words(.),
        h:held-by($cable),
        h:translators($cable) ! ('translated by ' || .),
        $source/bibl/publisher[1] ! normalize-space()"/>
  </xsl:function>

  <xsl:function name="h:held-by" as="xs:string?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="at" as="element()?" select="$cable/teiHeader//msDesc/msIdentifier"/>
    <xsl:sequence select="h:given(string-join(($at/repository ! normalize-space(), $at/idno ! ('File No. ' || normalize-space())), ', '))"/>
  </xsl:function>

  <!-- Whoever signs the translator's notes. -->
  <xsl:function name="h:translators" as="xs:string?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="
        $cable/teiHeader//titleStmt/respStmt[@xml:id = 'tr' or matches(resp, 'translat', 'i')]/(persName | orgName | name)
        ! normalize-space() => string-join(' and ') => h:given()"/>
  </xsl:function>

</xsl:stylesheet>
