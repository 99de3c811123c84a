<?xml version="1.0" encoding="UTF-8"?>
<!-- A text → as much of its end or beginning as tells a reader where something stands: whole words, and a sign where
     others are left out. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:tail" as="xs:string" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="
        if (string-length($text) le $length) then $text
        else let $cut := substring($text, string-length($text) - $length + 1)
        return '… ' || (substring-after($cut, ' ')[.], $cut)[1]"/>
  </xsl:function>

  <!-- A text without spaces, as Japanese is, is cut where it has to be. -->
  <xsl:function name="ed:beginning" as="xs:string" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:sequence select="
        if (string-length($text) le $length) then $text
        else let $cut := substring($text, 1, $length)
        return (string-join(tokenize($cut, ' ')[position() lt last()], ' ')[.], $cut)[1] || ' …'"/>
  </xsl:function>

</xsl:stylesheet>
