<?xml version="1.0" encoding="UTF-8"?>
<!-- A reference → an entry of BibTeX, in UTF-8. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:cite="urn:cablepress:citation"
    expand-text="no"
    exclude-result-prefixes="#all">

  <xsl:variable name="cite:months" as="xs:string+" select="
      'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'"/>

  <!-- What a letter must be written as so that TeX prints it. A brace, even one after a backslash, counts for where a field
       ends, so none may stand alone; two hyphens would be printed as a dash. -->
  <xsl:variable name="cite:tex" as="map(xs:string, xs:string)" select="map {
      '\': '\textbackslash{}', '{': '\textbraceleft{}', '}': '\textbraceright{}', '#': '\#', '$': '\$', '%': '\%', '&amp;': '\&amp;',
      '_': '\_', '^': '\textasciicircum{}', '~': '\textasciitilde{}', '`': '\textasciigrave{}' }"/>

  <xsl:function name="cite:bibtex" as="xs:string">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:variable name="day" as="xs:string*" select="tokenize($reference/@day, '-')"/>
    <xsl:variable name="note" as="xs:string" select="
        string-join((string-join(($reference/@edition ! ('In: ' || .), ed:version-words($reference)), ', ')[.], ed:text-note($reference)), '. ')"/>
    <xsl:variable name="fields" as="xs:string*" select="
        cite:field('author', cite:names($reference/ed:author)),
        cite:field('title', '{' || cite:tex($reference/@title) || '}'),
        cite:field('year', ($day[1], $reference/@dated ! cite:tex(.))[1]),
        for $month in $day[2] return '  month = ' || $cite:months[xs:integer($month)],
        cite:field('date', $reference/@day),
        cite:field('translator', cite:names($reference/ed:translator)),
        cite:field('howpublished', cite:tex(string-join((ed:held($reference), $reference/@source), '; '))),
        cite:field('note', cite:tex($note))"/>
    <xsl:sequence select="'@misc{' || string-join(($reference/@stem, $fields), ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="cite:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[.] ! ('  ' || $name || ' = {' || . || '}')"/>
  </xsl:function>

  <!-- Braces keep whole what is no personal name, and what the word "and" or a comma would part. -->
  <xsl:function name="cite:names" as="xs:string?">
    <xsl:param name="names" as="element()*"/>
    <xsl:sequence select="
        string-join($names ! (if (@family) then string-join((@family, @given) ! cite:name-part(.), ', ') else '{' || cite:tex(@words) || '}'), ' and ')[.]"/>
  </xsl:function>

  <xsl:function name="cite:name-part" as="xs:string">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="if (matches($part, ',|(^|\s)and(\s|$)', 'i')) then '{' || cite:tex($part) || '}' else cite:tex($part)"/>
  </xsl:function>

  <xsl:function name="cite:tex" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$words" regex="[\\{{}}#$%&amp;_\^~`]|--+">
        <xsl:matching-substring><xsl:sequence select="($cite:tex(.), '-' || replace(substring(., 2), '-', '{}-'))[1]"/></xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

</xsl:stylesheet>
