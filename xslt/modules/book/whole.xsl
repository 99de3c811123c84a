<?xml version="1.0" encoding="UTF-8"?>
<!-- The words with which the edition speaks of itself as a whole: as a book, on paper, as a folder. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:b="urn:cablepress:book"
    exclude-result-prefixes="#all">

  <xsl:function name="b:print-title" as="xs:string">
    <xsl:param name="label" as="xs:string?"/>
    <xsl:sequence select="string-join(('All telegrams in order', $label[.]), ': ')"/>
  </xsl:function>

  <xsl:function name="b:print-description" as="xs:string">
    <xsl:sequence select="'The telegrams one after the other, for printing and for reading from end to end.'"/>
  </xsl:function>

  <xsl:function name="b:contents" as="xs:string">
    <xsl:sequence select="'Contents'"/>
  </xsl:function>

  <!-- "Made from sources with the fingerprint 3f9a…": so that a quotation from the book pins a version. -->
  <xsl:function name="b:fingerprint-words" as="xs:string">
    <xsl:param name="fingerprint" as="xs:string"/>
    <xsl:sequence select="'Fingerprint of the sources (SHA-256): ' || $fingerprint"/>
  </xsl:function>

  <xsl:function name="b:accessibility" as="xs:string">
    <xsl:sequence select="'All content is text. A redaction is given in words; notes are linked to their places and back.'"/>
  </xsl:function>

</xsl:stylesheet>
