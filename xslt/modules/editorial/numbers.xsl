<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable → the numbers that the edition counts; the source's own numbers are its text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- Paragraphs of the header, of notes and of descriptions are no paragraphs of the cable. -->
  <xsl:function name="ed:is-counted" as="xs:boolean" visibility="public">
    <xsl:param name="p" as="element(p)"/>
    <xsl:sequence select="exists($p/ancestor::text) and empty($p/(ancestor::note | ancestor::desc))"/>
  </xsl:function>

  <xsl:function name="ed:paragraph-number" as="xs:integer" visibility="public">
    <xsl:param name="p" as="element(p)"/>
    <xsl:sequence select="(ed:numbers(root($p))(generate-id($p)), 0)[1]"/>
  </xsl:function>

  <xsl:function name="ed:turn-number" as="xs:integer" visibility="public">
    <xsl:param name="sp" as="element(sp)"/>
    <xsl:sequence select="(ed:numbers(root($sp))(generate-id($sp)), 0)[1]"/>
  </xsl:function>

  <xsl:function name="ed:redaction-number" as="xs:integer" visibility="public">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="(ed:numbers(root($gap))(generate-id($gap)), 0)[1]"/>
  </xsl:function>

  <!-- Editors' notes are numbered [1], [2] … in the order of the text. -->
  <xsl:function name="ed:note-number" as="xs:integer" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="(ed:numbers(root($note))(generate-id($note)), 0)[1]"/>
  </xsl:function>

  <!-- All numbers of a cable, counted once: counting for each paragraph anew takes a minute on a long cable. -->
  <xsl:function name="ed:numbers" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:map>
      <xsl:for-each select="ed:paragraphs($root)"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each>
      <xsl:for-each select="$root//text//sp"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each>
      <xsl:for-each select="$root//text//gap[ed:is-redaction(.)]"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each>
      <xsl:for-each select="ed:editors-notes($root)"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The paragraphs that have a number. -->
  <xsl:function name="ed:paragraphs" as="element(p)*" visibility="public">
    <xsl:param name="cable" as="node()"/>
    <xsl:sequence select="root($cable)//text//p[not(ancestor::note or ancestor::desc)]"/>
  </xsl:function>

  <!-- Words of the talk or report itself. Two paragraphs need no white space between their tags, and yet their words are
       apart: a block stands right before its first text, so in document order it says where a space must be. -->
  <xsl:function name="ed:words" as="xs:integer" visibility="public">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="apart" as="element()*" select="ed:apart($node/descendant::*)"/>
    <xsl:variable name="blocks" as="element()*" select="
        $node/descendant::*[self::p | self::item | self::cell | self::label | self::stage | self::div]
          [descendant::text()[1][empty(ed:apart(ancestor::*))]]"/>
    <xsl:variable name="own" as="node()*" select="
        ($node/descendant-or-self::text() except $apart/descendant::text())[empty(ed:apart($node/ancestor-or-self::*))] | $blocks"/>
    <xsl:variable name="text" as="xs:string" select="string-join($own ! (if (self::text()) then . else ' '))"/>
    <xsl:sequence select="
        if (ed:word-unit(root($node)/(self::TEI, TEI)) = 'word') then count(tokenize($text))
        else string-length(replace($text, '[\p{P}\p{S}\p{Z}\s]', ''))"/>
  </xsl:function>

  <!-- What a text is measured in: where no space parts one word from the next, in characters. -->
  <xsl:function name="ed:word-unit" as="xs:string" visibility="public">
    <xsl:param name="cable" as="element(TEI)?"/>
    <xsl:variable name="tongue" as="xs:string*" select="tokenize($cable/@xml:lang, '-')"/>
    <xsl:sequence select="if ($tongue[1] = ('ja', 'zh', 'th') and not($tongue = 'Latn')) then 'character' else 'word'"/>
  </xsl:function>

  <!-- Notes, labels, transmission lines, and what stands for missing words: no words of the cable's text. -->
  <xsl:function name="ed:apart" as="element()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:sequence select="
        $elements[self::note | self::desc | self::corr | self::speaker | self::opener | self::head
          | self::closer | self::trailer | self::fw | self::stamp]"/>
  </xsl:function>

</xsl:stylesheet>
