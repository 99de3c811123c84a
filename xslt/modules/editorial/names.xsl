<?xml version="1.0" encoding="UTF-8"?>
<!-- A pointer → the record it names in the authority file; a record → its name, office and side. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="ed:record" match="person | personGrp | org | place | category" use="@xml:id"/>

  <!-- "person:hosokawa" is the record person-hosokawa. -->
  <xsl:function name="ed:record" as="element()?" visibility="public">
    <xsl:param name="edition" as="document-node()"/>
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="key('ed:record', translate($pointer, ':', '-'), $edition)[1]"/>
  </xsl:function>

  <!-- A person, or a group of people that speaks as one. -->
  <xsl:function name="ed:person" as="element()?" visibility="public">
    <xsl:param name="edition" as="document-node()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:record($edition, 'person:' || $key)"/>
  </xsl:function>

  <xsl:function name="ed:org" as="element()?" visibility="public">
    <xsl:param name="edition" as="document-node()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:record($edition, 'org:' || $key)"/>
  </xsl:function>

  <xsl:function name="ed:place" as="element()?" visibility="public">
    <xsl:param name="edition" as="document-node()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:record($edition, 'place:' || $key)"/>
  </xsl:function>

  <xsl:function name="ed:mark" as="element()?" visibility="public">
    <xsl:param name="edition" as="document-node()"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="ed:record($edition, 'mark:' || $key)"/>
  </xsl:function>

  <!-- The keys of one kind in @who, @ref or @ana: "person:a org:b" holds the person key "a". -->
  <xsl:function name="ed:keys" as="xs:string*" visibility="public">
    <xsl:param name="pointers" as="attribute()*"/>
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:sequence select="distinct-values($pointers ! tokenize(.)[starts-with(., $prefix || ':')] ! substring-after(., ':'))"/>
  </xsl:function>

  <!-- The name as the authority file writes it: "Hosokawa Morihiro", "Bill Clinton". -->
  <xsl:function name="ed:display-name" as="xs:string" visibility="public">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="normalize-space((ed:name($record), $record)[1])"/>
  </xsl:function>

  <!-- "Clinton, Bill"; a name without a surname sorts as it is written. -->
  <xsl:function name="ed:sort-name" as="xs:string" visibility="public">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="name" as="element()?" select="ed:name($record)"/>
    <xsl:sequence select="
        if ($name/surname) then string-join(($name/surname, $name/forename) ! normalize-space(), ', ')
        else ed:display-name($record)"/>
  </xsl:function>

  <xsl:function name="ed:name" as="element()?">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="names" as="element()*"
        select="$record/(persName | name | orgName | placeName | catDesc)"/>
    <xsl:sequence select="($names[@type = 'display'], $names)[1]"/>
  </xsl:function>

  <!-- What a person was on the day of the cable. -->
  <xsl:function name="ed:office" as="xs:string?" visibility="public">
    <xsl:param name="person" as="element()"/>
    <xsl:param name="date" as="xs:string?"/>
    <xsl:sequence select="$person/occupation[ed:holds-on(., $date)][1] ! normalize-space()"/>
  </xsl:function>

  <!-- For whom a person spoke on that day: the country's or organisation's record, or the words where there is none. -->
  <xsl:function name="ed:side" as="element()?" visibility="public">
    <xsl:param name="person" as="element()"/>
    <xsl:param name="date" as="xs:string?"/>
    <xsl:variable name="affiliation" as="element(affiliation)?"
        select="$person/affiliation[ed:holds-on(., $date)][1]"/>
    <xsl:sequence select="
        ($affiliation/@ref ! tokenize(.)[1] ! key('ed:record', translate(., ':', '-'), root($person)),
         $affiliation[normalize-space()])[1]"/>
  </xsl:function>

</xsl:stylesheet>
