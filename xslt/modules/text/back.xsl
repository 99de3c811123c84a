<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable → what follows its text: notes, related telegrams, source. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:lay="urn:cablepress:layout"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="lay:back" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="notes" as="xs:string*" select="ed:editors-notes($cable) ! lay:note-lines(.)"/>
    <xsl:sequence select="
        lay:section('NOTES', ($notes, ''[exists($notes)])),
        lay:section('RELATED TELEGRAMS', $cable//correspContext/ref ! lay:related-lines(.)),
        lay:section('SOURCE', lay:source-paragraphs($cable) ! lay:paragraph(., '', ''))"/>
  </xsl:function>

  <xsl:function name="lay:section" as="xs:string*">
    <xsl:param name="heading" as="xs:string"/>
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:sequence select="if (exists($lines)) then (lay:rule('-'), $heading, '', $lines) else ()"/>
  </xsl:function>

  <xsl:function name="lay:note-lines" as="xs:string*">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="mark" as="xs:string" select="ed:note-mark($note)"/>
    <xsl:variable name="first" as="xs:string" select="$mark || lay:spaces(max((1, 5 - string-length($mark))))"/>
    <xsl:sequence select="lay:wrap(ed:note-author($note) || ': ' || ed:note-words($note), $first, lay:spaces(5))"/>
  </xsl:function>

  <xsl:key name="lay:entry" match="ed:entry" use="@stem"/>

  <!-- What another telegram is called and is about stands in its own file; the edition's index card has it. -->
  <xsl:function name="lay:related-lines" as="xs:string*">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="stem" as="xs:string" select="replace(tokenize($ref/@target, '#')[1], '\.xml$', '')"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="key('lay:entry', $stem, $edition)[1]"/>
    <xsl:variable name="facts" as="xs:string*" select="
        ed:relation-words($ref/@type, $ref/@subtype), $entry/@dated ! ed:capitalised(.), $entry/@state ! ed:state-word(.)"/>
    <xsl:sequence select="
        lay:wrap(string(($entry/ed:title, $ref)[1]), '', ''),
        lay:wrap(string-join($facts, '. ') || '.', $lay:indent, $lay:indent),
        $entry/ed:abstract ! lay:wrap(., $lay:indent, $lay:indent), ''"/>
  </xsl:function>

  <!-- The source and what to know of it; then its own statement of rights, then the edition's, which refers to that. -->
  <xsl:function name="lay:source-paragraphs" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$cable/teiHeader/fileDesc"/>
    <xsl:variable name="rights" as="element()*"
        select="$file/sourceDesc//availability/*, $file/publicationStmt/availability/*"/>
    <xsl:sequence select="
        ed:title($cable),
        string-join((ed:archive-sentence($cable), ed:translator-sentence($cable), ed:publisher-sentence($cable)), ' '),
        $file/sourceDesc//(p | note)[empty(ancestor::availability | ancestor::note | ancestor::relatedItem | ancestor::witness)] ! ed:plain(node()),
        ed:witness-sentence($cable),
        $rights ! ed:plain(node()),
        ed:edition-sentence($edition)"/>
  </xsl:function>
</xsl:stylesheet>
