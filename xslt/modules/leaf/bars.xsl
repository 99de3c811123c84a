<?xml version="1.0" encoding="UTF-8"?>
<!-- Words on one line, in which redactions can still be told from other words. Each stands between two signs that no
     sound cable has (rule X25), its number before it: text, number, wording, text … -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:delimiter" as="xs:string" select="'&#xFFFD;'"/>

  <!-- A note on a redaction is part of that redaction's wording. -->
  <xsl:template match="gap[ed:is-redaction(.)][not(ancestor::note[@subtype = 'redaction'])]" mode="m:words" as="xs:string" priority="1">
    <xsl:sequence select="string-join(('', ed:redaction-number(.), ed:wording(.), ''), $ed:delimiter)"/>
  </xsl:template>

  <!-- What the sheet repeats at head and foot is no word of the sentence that it comes between. -->
  <xsl:template match="fw" mode="m:words" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- What another copy has follows in brackets, as on the page; headings do without. -->
  <xsl:template match="app" mode="m:words" as="xs:string*" priority="1">
    <xsl:variable name="chosen" as="element()" select="ed:chosen-reading(.)"/>
    <xsl:apply-templates select="$chosen" mode="m:words"/>
    <xsl:for-each select="* except $chosen">
      <xsl:sequence select="' ' || ed:witness-open(.)"/>
      <xsl:apply-templates mode="m:words"/>
      <xsl:sequence select="ed:insertion-close()"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Text, and ed:bar elements where the delimiters were. -->
  <xsl:function name="ed:barred" as="item()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:for-each select="tokenize($words, $ed:delimiter)">
      <xsl:if test="position() mod 3 = 1"><xsl:value-of select="."/></xsl:if>
      <xsl:if test="position() mod 3 = 0"><ed:bar><xsl:value-of select="."/></ed:bar></xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The same as one string. -->
  <xsl:function name="ed:undelimited" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        if (contains($words, $ed:delimiter)) then string-join(tokenize($words, $ed:delimiter)[position() mod 3 != 2]) else $words"/>
  </xsl:function>

</xsl:stylesheet>
