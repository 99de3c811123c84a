<?xml version="1.0" encoding="UTF-8"?>
<!-- A reference → the words with which a telegram or one of its paragraphs is cited, after Chicago and after the MLA.
     Words to be set in italics stand in ed:work. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- How many digits of a hash tell a text from any other: as many as versions of a text are commonly named by. -->
  <xsl:variable name="ed:hash-digits" as="xs:integer" select="12"/>

  <xsl:variable name="ed:short-months" as="xs:string+" select="
      'Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'"/>

  <xsl:function name="ed:file-number" as="xs:string">
    <xsl:sequence select="'File No. '"/>
  </xsl:function>

  <!-- "text 3f9a1c2b7d04": the very text that is quoted. -->
  <xsl:function name="ed:text-words" as="xs:string?" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:sequence select="$reference/@text ! ('text ' || substring(., 1, $ed:hash-digits))"/>
  </xsl:function>

  <xsl:function name="ed:version-words" as="xs:string?" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:sequence select="$reference/@version ! ('version ' || .)"/>
  </xsl:function>

  <!-- For reference managers, which have no field for it. -->
  <xsl:function name="ed:text-note" as="xs:string?" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:sequence select="$reference/@text ! ('Text: SHA-256 ' || . || ' of ' || $reference/@stem || '.xml')"/>
  </xsl:function>

  <!-- The Chicago Manual of Style, 17th edition, 14.222 and following: a note on a document in a collection. -->
  <xsl:function name="ed:chicago" as="node()+" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $reference/@dated, ed:held($reference), ed:translated-by($reference), $reference/@source"/>
    <xsl:value-of select="ed:in-quotation-marks($reference/@title, ',') || ' ' || string-join($parts, ', ') || '; in '"/>
    <xsl:sequence select="ed:work($reference)"/>
    <xsl:value-of select="string-join(('', ed:version-words($reference), ed:text-words($reference)), ', ') || '.'"/>
  </xsl:function>

  <!-- The same, once it has been cited in full: for one paragraph. -->
  <xsl:function name="ed:chicago-paragraph" as="xs:string" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="title" as="xs:string" select="ed:in-quotation-marks($reference/@short, ',')"/>
    <xsl:sequence select="$title || ' ' || string-join(('¶ ' || $number, ed:text-words($reference)), ', ') || '.'"/>
  </xsl:function>

  <!-- The MLA Handbook, 9th edition: an entry among the works cited, with the edition as the container. -->
  <xsl:function name="ed:mla" as="node()+" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:variable name="opening" as="xs:string*" select="
        ed:mla-authors($reference/ed:author) ! ed:ended(.), ed:in-quotation-marks($reference/@title, '.'),
        ed:mla-date($reference) ! ed:ended(.)"/>
    <xsl:variable name="issued" as="xs:string*" select="
        ed:translated-by($reference), ed:version-words($reference), ed:text-words($reference), $reference/@issuer"/>
    <xsl:value-of select="string-join($opening, ' ') || ' '"/>
    <xsl:sequence select="ed:work($reference)"/>
    <xsl:value-of select="
        string-join(('', $issued), ', ') || '.', string-join((ed:held($reference), $reference/@source), '; ')[.] ! ed:ended(.)"/>
  </xsl:function>

  <!-- The same for one paragraph: what stands in parentheses after the quotation. -->
  <xsl:function name="ed:mla-paragraph" as="xs:string" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="who" as="xs:string?" select="$reference/ed:author[1]/(@family, @words)[1]"/>
    <xsl:variable name="title" as="xs:string" select="ed:in-quotation-marks($reference/@short, ',')"/>
    <xsl:sequence select="'(' || string-join(($who, $title || ' par. ' || $number), ', ') || ')'"/>
  </xsl:function>

  <xsl:function name="ed:work" as="element(ed:work)">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <ed:work><xsl:value-of select="($reference/@edition, 'Digital edition')[1]"/></ed:work>
  </xsl:function>

  <xsl:function name="ed:held" as="xs:string?" visibility="public">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:sequence select="string-join(($reference/@archive, $reference/@location), ', ')[.]"/>
  </xsl:function>

  <xsl:function name="ed:translated-by" as="xs:string?">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:sequence select="string-join($reference/ed:translator/@words, ' and ')[.] ! ('translated by ' || .)"/>
  </xsl:function>

  <!-- Within quotation marks those of the title are single ones, and the stop stands inside both. -->
  <xsl:function name="ed:in-quotation-marks" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="stop" as="xs:string"/>
    <xsl:variable name="stopped" as="xs:string"
        select="if (matches($title, '[?!.…]$')) then $title else $title || $stop"/>
    <xsl:sequence select="'“' || replace($stopped, '(^|\s)[''&quot;‘“](.+)[''&quot;’”]([,.])$', '$1‘$2$3’') || '”'"/>
  </xsl:function>

  <!-- "Cable No. 1468" of its title, if that has the number; else the first words of its heading. -->
  <xsl:function name="ed:short-title" as="xs:string">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="first" as="xs:string" select="ed:one-line(substring-before(ed:title($cable) || ',', ','))"/>
    <xsl:variable name="number" as="xs:string?" select="ed:number($cable)"/>
    <xsl:variable name="heading" as="xs:string" select="ed:one-line(ed:heading($cable))"/>
    <xsl:sequence select="
        if ($number and contains($first, $number) and string-length($first) le 40) then $first
        else if (string-length($heading) le 60) then $heading
        else replace(substring($heading, 1, 60), '\s\S*$', '') || '…'"/>
  </xsl:function>

  <!-- "Clinton, Bill, and Al Gore"; a name that is written family name first needs no comma. -->
  <xsl:function name="ed:mla-authors" as="xs:string?">
    <xsl:param name="authors" as="element()*"/>
    <xsl:variable name="first" as="xs:string?" select="
        $authors[1] ! (if (@family and not(starts-with(@words, @family))) then ed:name-in-list(.) else string(@words))"/>
    <xsl:sequence select="
        if (count($authors) gt 2) then $first || ', et al.' else string-join(($first, $authors[2]/@words), ', and ')[.]"/>
  </xsl:function>

  <!-- "12 Feb. 1994". -->
  <xsl:function name="ed:mla-date" as="xs:string?">
    <xsl:param name="reference" as="element(ed:reference)"/>
    <xsl:variable name="parts" as="xs:integer*" select="tokenize($reference/@day, '-') ! xs:integer(.)"/>
    <xsl:sequence select="
        if (exists($parts)) then string-join(($parts[3], for $month in $parts[2] return $ed:short-months[$month], format-integer($parts[1], '0001')), ' ')
        else $reference/@dated"/>
  </xsl:function>

  <xsl:function name="ed:ended" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (matches($words, '[?!.…]$')) then $words else $words || '.'"/>
  </xsl:function>

</xsl:stylesheet>
