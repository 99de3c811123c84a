<?xml version="1.0" encoding="UTF-8"?>
<!-- A person, organisation or place of the authority file → what is known of it, and where telegrams know it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The records of a kind that some telegram knows. -->
  <xsl:function name="h:known-records" as="element()*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="$h:known[starts-with(., $kind || ':')] ! h:record(.)[key('h:appearances', @xml:id, $edition)]"/>
  </xsl:function>

  <xsl:function name="h:appearances" as="element()*">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="key('h:appearances', $record/@xml:id, root($record))"/>
  </xsl:function>

  <!-- The side on the day of the first telegram that knows the person. -->
  <xsl:function name="h:side-of" as="xs:string?">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="ed:side($person, h:appearances($person)[1]/../@date) ! ed:display-name(.)"/>
  </xsl:function>

  <xsl:key name="h:turns" match="ed:turn" use="tokenize(@who)"/>

  <!-- What somebody says in all telegrams that the page knows. -->
  <xsl:function name="h:turns-of" as="element(ed:turn)*">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="key('h:turns', h:record-pointer($record), root($record))"/>
  </xsl:function>

  <xsl:function name="h:words-of" as="xs:integer">
    <xsl:param name="turns" as="element(ed:turn)*"/>
    <xsl:sequence select="xs:integer(sum($turns/@words ! xs:integer(.)))"/>
  </xsl:function>

  <!-- A name that stands in no paragraph counts when nothing else tells that the person belongs to the telegram. -->
  <xsl:function name="h:is-shown" as="xs:boolean">
    <xsl:param name="named" as="element(ed:named)"/>
    <xsl:sequence select="$named/@paragraph != '' or empty($named/../(ed:sends | ed:receives | ed:translates | ed:speaks))"/>
  </xsl:function>

  <!-- "1993 to 1996", as far as it is known. -->
  <xsl:function name="h:time" as="xs:string?">
    <xsl:param name="state" as="element()"/>
    <xsl:variable name="first" as="xs:string?" select="($state/@from, $state/@notBefore)[1]"/>
    <xsl:variable name="last" as="xs:string?" select="($state/@to, $state/@notAfter)[1]"/>
    <xsl:sequence select="
        if ($first and $last) then ed:long-date($first || '/' || $last)
        else if ($first) then 'from ' || ed:long-date($first)
        else $last ! ('until ' || ed:long-date(.))"/>
  </xsl:function>

  <!-- An office and its time. -->
  <xsl:function name="h:office" as="element()">
    <xsl:param name="office" as="element(occupation)"/>
    <p class="role">
      <xsl:value-of select="normalize-space($office), ed:doubt-mark()[ed:is-doubtful($office)]"/>
      <xsl:for-each select="h:time($office)"><span class="time"><xsl:value-of select="', ' || ."/></span></xsl:for-each>
    </p>
  </xsl:function>

  <xsl:function name="h:in-telegram" as="element()">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="paragraphs" as="xs:string*"/>
    <span class="telegram">
      <a href="{$entry/@stem}.html"><xsl:value-of select="h:entry-name($entry)"/></a>
      <xsl:sequence select="h:paragraph-links($paragraphs, $entry/@stem || '.html')"/>
      <xsl:text> </xsl:text>
    </span>
  </xsl:function>

  <xsl:function name="h:lang" as="attribute()">
    <xsl:param name="language" as="xs:string"/>
    <xsl:attribute name="lang" select="$language"/>
  </xsl:function>

</xsl:stylesheet>
