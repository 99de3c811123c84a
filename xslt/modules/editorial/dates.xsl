<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates of the encoding, ISO 8601, whole or partial → dates as a reader says them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:variable name="ed:months" as="xs:string+" select="
      'January', 'February', 'March', 'April', 'May', 'June', 'July',
      'August', 'September', 'October', 'November', 'December'"/>

  <!-- "February 12, 1994"; "February 1994"; "1994"; "February 12"; "day 24" where month and year are hidden;
       a range "1994-02-11/1994-02-12" has both its ends. -->
  <xsl:function name="ed:long-date" as="xs:string" visibility="public">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="day-only" as="xs:string" select="substring-before($iso || 'T', 'T')"/>
    <xsl:sequence select="
        if (contains($iso, '/')) then string-join(tokenize($iso, '/') ! ed:long-date(.), ' to ')
        else if (matches($day-only, '^\d{4}(-\d\d(-\d\d)?)?$|^--\d\d(-\d\d)?$|^---\d\d$')) then ed:date-parts($day-only)
        else $iso"/>
  </xsl:function>

  <xsl:function name="ed:date-parts" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="year" as="xs:string?" select="$iso[matches(., '^\d')] ! substring(., 1, 4)"/>
    <xsl:variable name="rest" as="xs:string" select="replace($iso, '^(\d{4}|-)', '')"/>
    <xsl:variable name="month" as="xs:string?" select="$rest[matches(., '^-\d')] ! $ed:months[xs:integer(substring($rest, 2, 2))]"/>
    <xsl:variable name="day" as="xs:string?" select="$rest[matches(., '-\d\d$') and matches(., '^-.*-')] ! string(xs:integer(replace(., '^.*-', '')))"/>
    <xsl:variable name="month-and-day" as="xs:string" select="
        if ($day and not($month)) then 'day ' || $day else string-join(($month, $day), ' ')"/>
    <xsl:sequence select="string-join(($month-and-day[.], $year), if ($day) then ', ' else ' ')"/>
  </xsl:function>

  <!-- What the header knows of a date, in words; nothing where it knows nothing. -->
  <xsl:function name="ed:date-words" as="xs:string?" visibility="public">
    <xsl:param name="date" as="element(date)"/>
    <xsl:sequence select="
        if ($date/@when) then ed:long-date($date/@when)
        else if ($date/@from and $date/@to) then ed:long-date($date/@from || '/' || $date/@to)
        else if ($date/@from) then 'from ' || ed:long-date($date/@from)
        else if ($date/@to) then 'until ' || ed:long-date($date/@to)
        else if ($date/@notBefore and $date/@notAfter) then
          'between ' || ed:long-date($date/@notBefore) || ' and ' || ed:long-date($date/@notAfter)
        else if ($date/@notBefore) then 'not before ' || ed:long-date($date/@notBefore)
        else if ($date/@notAfter) then 'not after ' || ed:long-date($date/@notAfter)
        else ()"/>
  </xsl:function>

  <!-- Words that stand on a line of their own: "Between September 1, 1978 and …". -->
  <xsl:function name="ed:capitalised" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- The earliest day that a date can mean: what a list of cables is sorted by. -->
  <xsl:function name="ed:iso-date" as="xs:string?" visibility="public">
    <xsl:param name="date" as="element(date)"/>
    <xsl:sequence select="$date/(@when, @notBefore, @from, @notAfter, @to)[1] ! substring-before(. || 'T', 'T')"/>
  </xsl:function>

  <!-- The day of the cable: when it was written, else when it was sent. -->
  <xsl:function name="ed:cable-date" as="element(date)?" visibility="public">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:sequence select="
        $cable/teiHeader/profileDesc/(creation, correspDesc/correspAction[@type = 'sent'])/date[ed:iso-date(.)]
        => head()"/>
  </xsl:function>

  <!-- Whether an office or affiliation covers a day; where the day is unknown, only one without limits does. -->
  <xsl:function name="ed:holds-on" as="xs:boolean" visibility="public">
    <xsl:param name="state" as="element()"/>
    <xsl:param name="date" as="xs:string?"/>
    <xsl:variable name="first" as="xs:string?" select="($state/@from, $state/@notBefore)[1]"/>
    <xsl:variable name="last" as="xs:string?" select="($state/@to, $state/@notAfter)[1]"/>
    <xsl:sequence select="
        if (empty($date)) then empty(($first, $last))
        else (every $limit in $first satisfies ed:not-later($limit, $date))
         and (every $limit in $last satisfies ed:not-later($date, $limit))"/>
  </xsl:function>

  <!-- Dates are compared as far as both go: 1994-02 is not later than 1994-02-12, nor the other way round. -->
  <xsl:function name="ed:not-later" as="xs:boolean">
    <xsl:param name="earlier" as="xs:string"/>
    <xsl:param name="later" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="min((string-length($earlier), string-length($later)))"/>
    <xsl:sequence select="substring($earlier, 1, $length) le substring($later, 1, $length)"/>
  </xsl:function>

</xsl:stylesheet>
