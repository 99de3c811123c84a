<?xml version="1.0" encoding="UTF-8"?>
<!-- A reference → a record of RIS: a tag and a value on each line. Nothing needs to be escaped, for no value has a line end. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:cite="urn:cablepress:citation"
    exclude-result-prefixes="#all">

  <xsl:function name="cite:ris" as="xs:string">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:variable name="day" as="xs:string*" select="tokenize($reference/@day, '-')"/>
    <xsl:variable name="lines" as="xs:string*" select="
        cite:tagged('TY', 'MANSCPT'), cite:tagged('ID', $reference/@stem),
        $reference/ed:author ! cite:tagged('AU', ed:name-in-list(.)),
        $reference/ed:translator ! cite:tagged('A4', ed:name-in-list(.)),
        cite:tagged('TI', $reference/@title),
        cite:tagged('PY', $day[1]),
        cite:tagged('DA', $reference/@day ! string-join(for $part in 1 to 3 return ($day[$part], '')[1], '/')),
        cite:tagged('AV', ed:held($reference)), cite:tagged('DB', $reference/@source),
        cite:tagged('T2', $reference/@edition), cite:tagged('ET', $reference/@version),
        cite:tagged('PB', $reference/@issuer), cite:tagged('LA', $reference/@language),
        cite:tagged('N1', $reference[not(@day)]/@dated ! ed:capitalised(.)), cite:tagged('N1', ed:text-note($reference))"/>
    <xsl:sequence select="string-join(($lines, 'ER  - '), '&#10;') || '&#10;'"/>
  </xsl:function>

  <xsl:function name="cite:tagged" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[.] ! ($tag || '  - ' || .)"/>
  </xsl:function>

</xsl:stylesheet>
