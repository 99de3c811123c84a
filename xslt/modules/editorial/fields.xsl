<?xml version="1.0" encoding="UTF-8"?>
<!-- A field of a cable, a turn → the label or the name that a reading sets beside it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The label of a part of the opener, for cables that do not label it themselves. -->
  <xsl:variable name="ed:field-labels" as="map(xs:string, xs:string)" select="map {
      'from': 'From', 'to': 'To', 'received': 'Received', 'registration': 'Number', 'action-office': 'Primary',
      'reference': 'Reference', 'series': 'Series', 'distribution': 'Distribution', 'stamp': 'Stamp' }"/>

  <xsl:function name="ed:field-label" as="xs:string" visibility="public">
    <xsl:param name="field" as="node()"/>
    <xsl:variable name="link" as="element(ref)?" select="$field/self::seg[@type = 'series']/ref[@subtype][1]"/>
    <xsl:variable name="kind" as="xs:string" select="if ($field/self::stamp) then 'stamp' else string($field/@type)"/>
    <xsl:sequence select="
        if ($field/self::dateline) then 'Sent'
        else if ($link) then ed:series-label($link)
        else string($ed:field-labels($kind))"/>
  </xsl:function>

  <!-- How a telegram belongs to its series, as short as the other labels; the list of related telegrams says it in full. -->
  <xsl:function name="ed:series-label" as="xs:string" visibility="public">
    <xsl:param name="link" as="element(ref)"/>
    <xsl:sequence select="
        if ($link/@subtype = 'divided') then 'Other part'
        else if ($link/@type = 'whole') then 'Belongs to'
        else 'Separate'"/>
  </xsl:function>

  <!-- Who, and where and when, for what the header knows of a sending. -->
  <xsl:function name="ed:action-labels" as="xs:string+" visibility="public">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:sequence select="
        if ($action/@type = 'sent') then ('From', 'Sent')
        else if ($action/@type = 'received') then ('To', 'Received')
        else ('Forwarded', 'Forwarded')"/>
  </xsl:function>

  <!-- "[Hosokawa Morihiro, Japan]"; nothing for a speaker whom nobody could name. -->
  <xsl:function name="ed:speaker-words" as="xs:string?" visibility="public">
    <xsl:param name="sp" as="element(sp)"/>
    <xsl:param name="edition" as="document-node()"/>
    <xsl:variable name="date" as="xs:string?" select="ed:cable-date(root($sp)/TEI) ! ed:iso-date(.)"/>
    <xsl:variable name="names" as="xs:string*" select="
        tokenize($sp/@who)[. != 'person:unknown'] ! ed:record($edition, .)
        ! string-join((ed:display-name(.), ed:side(., $date) ! ed:display-name(.)), ', ')"/>
    <xsl:variable name="doubt" as="xs:string" select="if (ed:is-doubtful($sp)) then ' ' || ed:doubt-mark() else ''"/>
    <xsl:sequence select="string-join($names, '; ')[.] ! ('[' || . || ']' || $doubt)"/>
  </xsl:function>

  <!-- The label of a turn without the source's parentheses or colon; empty where it has none. -->
  <xsl:function name="ed:label-words" as="xs:string" visibility="public">
    <xsl:param name="sp" as="element(sp)"/>
    <xsl:sequence select="replace(ed:plain($sp/speaker/node()), '^[(（]|[)）:：\s]+$', '')"/>
  </xsl:function>

  <!-- Over a turn whose speaker was taken out with it: a turn must not look like part of the one before. -->
  <xsl:function name="ed:no-speaker" as="xs:string" visibility="public">
    <xsl:sequence select="'No speaker named'"/>
  </xsl:function>

  <!-- Over what the cable tells in its own voice between turns. -->
  <xsl:function name="ed:narrative" as="xs:string" visibility="public">
    <xsl:sequence select="'Narrative'"/>
  </xsl:function>

  <!-- Whose note it is. -->
  <xsl:function name="ed:note-author" as="xs:string" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="if ($note/@type = 'translator') then 'Translator' else 'Editors'"/>
  </xsl:function>

  <!-- Who wrote an abstract, in parentheses: it is not the cable's. -->
  <xsl:function name="ed:abstract-source" as="xs:string?" visibility="public">
    <xsl:param name="abstract" as="element(abstract)"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($abstract/@resp) ! substring-after(., '#')"/>
    <xsl:variable name="author" as="element(respStmt)*" select="root($abstract)//titleStmt/respStmt[@xml:id = $ids]"/>
    <xsl:sequence select="string-join($author/(* except (resp, note)) ! normalize-space(), ', ')[.] ! ('(' || . || ')')"/>
  </xsl:function>

  <!-- Which edition this is a part of, for a page that travels alone. -->
  <xsl:function name="ed:edition-sentence" as="xs:string?" visibility="public">
    <xsl:param name="edition" as="document-node()"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$edition/ed:edition/ed:about/TEI/teiHeader/fileDesc"/>
    <xsl:variable name="title" as="xs:string" select="string-join($file/titleStmt/title ! normalize-space(), ': ')"/>
    <xsl:sequence select="
        string-join(($title[.], $file/editionStmt/edition ! normalize-space(), $file/publicationStmt/authority ! normalize-space()), '. ')[.]
        ! (. || '.')"/>
  </xsl:function>
</xsl:stylesheet>
