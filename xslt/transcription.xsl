<?xml version="1.0" encoding="UTF-8"?>
<!-- One cable → the words that its source page should have: the text with the apparatus put back as the source
     prints it, in lines; its footnotes, each alone, since they stand anywhere; and the page's other lines that the
     header accounts for (the frame).
     Each run says where it comes from: the n-th text node or the n-th element of the file, counted from 0. -->
<xsl:package name="urn:cablepress:transcription" version="3.0" package-version="1.0"
    declared-modes="yes" default-mode="m:run" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs m">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/frame.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:param name="edition" as="document-node(element(ed:edition))"/>

  <xsl:mode name="m:run" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="m:foot" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node()" as="element(ed:transcription)">
    <xsl:variable name="runs" as="element()*">
      <xsl:apply-templates select="TEI/text//div[empty(ancestor::div)]"/>
    </xsl:variable>
    <ed:transcription>
      <xsl:sequence select="ed:lines($runs)"/>
      <xsl:apply-templates select="TEI/text//div//note[@type = 'footnote']" mode="m:foot"/>
      <xsl:sequence select="ed:frame(TEI, $edition) ! ed:frame-line(.)"/>
    </ed:transcription>
  </xsl:template>

  <xsl:function name="ed:lines" as="element(ed:line)*">
    <xsl:param name="runs" as="element()*"/>
    <xsl:for-each-group select="$runs" group-starting-with="ed:break">
      <xsl:where-populated>
        <ed:line><xsl:sequence select="current-group()[self::ed:run or self::ed:correction]"/></ed:line>
      </xsl:where-populated>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="ed:frame-line" as="element(ed:frame)">
    <xsl:param name="words" as="xs:string"/>
    <ed:frame>{$words}</ed:frame>
  </xsl:function>

  <!-- Where every node stands in the file, counted once for the whole of it. -->
  <xsl:function name="ed:ordinals" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:map>
      <xsl:for-each select="$root//*"><xsl:map-entry key="generate-id()" select="position() - 1"/></xsl:for-each>
      <xsl:for-each select="$root//text()"><xsl:map-entry key="generate-id()" select="position() - 1"/></xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- Words that the page has and the file says by markup. -->
  <xsl:function name="ed:printed" as="element(ed:run)">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="words" as="xs:string"/>
    <ed:run element="{ed:ordinals(root($element))(generate-id($element))}">{$words}</ed:run>
  </xsl:function>

  <xsl:template match="text()" as="element(ed:run)">
    <ed:run text="{ed:ordinals(root())(generate-id())}">{.}</ed:run>
  </xsl:template>

  <!-- White space between a label and its paragraphs is the file's, not the page's. -->
  <xsl:template match="sp/text()" as="empty-sequence()"/>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()"/>

  <!-- Words within a line. -->
  <xsl:template match="abbr | add | bibl | date | emph | expan | foreign | forename | gloss | hi | idno | label | measure
      | name | num | orgName | pc | persName | placeName | ref | roleName | rs | said | salute | seg | speaker | stage
      | surname | term | time | title | unclear" as="element()*">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- Lines of their own, except after the label that they run on from. -->
  <xsl:template match="opener | head | sp | p | list | item | table | row | cell | quote | trailer | closer | signed | dateline
      | opener/seg | closer/seg | fw | stamp | note[@type = 'marginal']" as="element()*" priority="2">
    <xsl:sequence select="ed:line-start(.)"/>
    <xsl:apply-templates/>
    <ed:break/>
  </xsl:template>

  <xsl:function name="ed:line-start" as="element()?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$block/preceding-sibling::*[1]"/>
    <xsl:choose>
      <!-- After the wide punctuation of Japanese there is no space, nor after a dash that touches the name: “Gore—Yes”. -->
      <xsl:when test="$before[self::speaker or self::label][matches(., '[）：．」　]$|\w—$')]"/>
      <xsl:when test="$before[self::speaker or self::label]"><ed:run>{' '}</ed:run></xsl:when>
      <xsl:otherwise><ed:break/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="div" as="element()*">
    <ed:break/>
    <xsl:apply-templates/>
  </xsl:template>

  <!-- A footnote leaves its mark in the text, and stands with its mark at the foot of some page of the source. -->
  <xsl:template match="note[@type = 'footnote']" as="element(ed:run)">
    <ed:run mark="">
      <xsl:sequence select="ed:printed(., '[' || (@n, '*')[1] || ']')/(@*, node())"/>
    </ed:run>
  </xsl:template>

  <xsl:template match="note[@type = 'footnote']" mode="m:foot" as="element(ed:note)">
    <xsl:variable name="runs" as="element()+">
      <xsl:apply-templates select="." mode="m:run"/>
      <ed:run>{' '}</ed:run>
      <xsl:apply-templates mode="m:run"/>
    </xsl:variable>
    <ed:note><xsl:sequence select="ed:lines($runs)"/></ed:note>
  </xsl:template>

  <xsl:template match="note[@type = 'translator']" as="element()*">
    <xsl:sequence select="ed:printed(., ed:note-open(.))"/>
    <xsl:apply-templates/>
    <xsl:sequence select="ed:printed(., ed:note-close(.))"/>
  </xsl:template>

  <!-- The editors' own notes and additions are not on the page; of an addition the account says so. -->
  <xsl:template match="note[@type = 'editorial']" as="empty-sequence()" priority="3"/>

  <xsl:template match="*[self::supplied or self::ex][ed:is-editors(.)]" as="element(ed:correction)" priority="3">
    <xsl:sequence select="ed:correction(., '', string())"/>
  </xsl:template>

  <!-- What the editors read otherwise than the page, and declare by markup. -->
  <xsl:function name="ed:correction" as="element(ed:correction)">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="edition" as="xs:string"/>
    <ed:correction element="{ed:ordinals(root($element))(generate-id($element))}" page="{normalize-space($page)}"
        edition="{normalize-space($edition)}"/>
  </xsl:function>

  <xsl:template match="supplied | ex" as="element()*">
    <xsl:sequence select="ed:printed(., ed:insertion-open())"/>
    <xsl:apply-templates/>
    <xsl:sequence select="ed:printed(., ed:insertion-close())"/>
  </xsl:template>

  <!-- What is missing is on the page only by the note that follows it, which prints itself … -->
  <xsl:template match="gap" as="empty-sequence()"/>

  <!-- … or by the words of whoever left it out, if they are not the editors'. A whole cable has no place in the text. -->
  <xsl:template match="gap[desc][not(@unit = 'document')][not(desc ! ed:is-editors(.) = true())]" as="element()*">
    <xsl:sequence select="ed:printed(., ed:wording(.))"/>
  </xsl:template>

  <xsl:template match="sic" as="element()*">
    <xsl:apply-templates/>
    <xsl:if test="ed:has-sic-mark(.)">
      <xsl:sequence select="ed:printed(., ' ' || ed:sic-mark())"/>
    </xsl:if>
  </xsl:template>

  <!-- The page has the slip and the abbreviation; what they should be is the editors'. -->
  <xsl:template match="choice" as="element()*">
    <xsl:sequence select="corr ! ed:correction(., ../sic, .)"/>
    <xsl:apply-templates select="sic | orig | abbr"/>
  </xsl:template>

  <xsl:template match="app" as="element()*">
    <xsl:apply-templates select="ed:chosen-reading(.)/node()"/>
  </xsl:template>

  <!-- A page may turn inside a word. -->
  <xsl:template match="pb | milestone" as="empty-sequence()"/>

  <xsl:template match="lb" as="element(ed:run)?">
    <xsl:if test="not(@break = 'no')"><ed:run>{' '}</ed:run></xsl:if>
  </xsl:template>

</xsl:package>
