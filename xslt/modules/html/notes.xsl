<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a mark where each belongs, and the note itself once, after its block. Editors' notes have figures, as in the plain text;
     notes of the translator and of the cable have letters, and in the other view stand in the line as the source has them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="h:notes-about" match="text//note[@type = 'editorial'][not(ancestor::note)]"
      use="@target ! tokenize(.) ! substring-after(., '#')"/>

  <!-- Most texts have no note that points at something; then nothing needs to be asked whether one points at it. -->
  <xsl:variable name="h:notes-point" as="xs:boolean" select="exists(//note[@type = 'editorial'][@target])"/>

  <!-- Every note that has a mark: not one that tells of a redaction, for the bar has said it. -->
  <xsl:function name="h:is-noted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        empty($element/ancestor::note)
        and (exists($element/self::choice[sic][corr]) or exists($element/self::note[not(ed:reports-redaction(.))]))"/>
  </xsl:function>

  <xsl:function name="h:is-editors" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="exists($note/self::choice) or $note/@type = 'editorial'"/>
  </xsl:function>

  <xsl:function name="h:notes-about" as="element(note)*">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="$element[$h:notes-point]/@xml:id ! key('h:notes-about', ., root($element))"/>
  </xsl:function>

  <!-- Whether a note stands where it is written, rather than where it points. -->
  <xsl:function name="h:is-in-place" as="xs:boolean">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="targets" as="xs:string*"
        select="$note[@type = 'editorial']/@target ! tokenize(.) ! substring-after(., '#')"/>
    <xsl:sequence select="empty($targets) or empty(root($note)//text//*[@xml:id = $targets])"/>
  </xsl:function>

  <!-- The notes of a stretch of text, in the order of their marks. Most blocks have none, and a look is cheap. -->
  <xsl:function name="h:noted" as="element()*">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:if test="$h:notes-point or exists($blocks/descendant-or-self::*[self::note or self::choice])">
      <xsl:for-each-group select="$blocks ! (h:marked(.), self::speaker/.. ! h:notes-about(.))" group-by="generate-id()">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:function>

  <!-- What points at an element has its mark after it, so after the marks within. -->
  <xsl:function name="h:marked" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/* ! h:marked(.),
        $element[self::note | self::choice][h:is-noted(.)][h:is-in-place(.)],
        h:notes-about($element)"/>
  </xsl:function>

  <!-- The mark of a note. In the copy of the heading it is no anchor, for the heading has that. -->
  <xsl:function name="h:reference" as="element()">
    <xsl:param name="note" as="element()"/>
    <xsl:param name="anchored" as="xs:boolean"/>
    <xsl:variable name="mark" as="xs:string" select="ed:page-mark($note)"/>
    <a class="nr{' reading'[not(h:is-editors($note))]}" href="#n{$mark}" role="doc-noteref" aria-label="Note {$mark}">
      <xsl:if test="$anchored"><xsl:attribute name="id" select="'r' || $mark"/></xsl:if>
      <xsl:value-of select="$mark"/>
    </a>
  </xsl:function>

  <xsl:function name="h:references-to" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="h:notes-about($element) ! h:reference(., true())"/>
  </xsl:function>

  <xsl:template match="note" mode="m:inline" as="element()*">
    <xsl:param name="copy" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($copy)">
      <xsl:sequence select="h:reference(., true())"/>
    </xsl:if>
    <span class="as-transcribed">
      <xsl:if test="not($copy)"><xsl:attribute name="hidden" select="'hidden'"/></xsl:if>
      <xsl:sequence select="h:language(.), h:words-in-line(.)"/>
    </span>
  </xsl:template>

  <xsl:template match="note[@type = 'editorial']" mode="m:inline" as="element()?" priority="1">
    <xsl:param name="copy" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:sequence select=".[h:is-in-place(.)] ! h:reference(., not($copy))"/>
  </xsl:template>

  <xsl:template match="note[ed:reports-redaction(.)]" mode="m:inline m:block" as="empty-sequence()" priority="12"/>

  <!-- A note as the source has it, in the line: with the space before it that the mark has closed up. -->
  <xsl:function name="h:words-in-line" as="item()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:value-of select="' '[h:closes-up($note/preceding-sibling::node()[1]) or not($note/@type = 'translator')] || ed:note-open($note)"/>
    <xsl:apply-templates select="$note/node()" mode="m:inline">
      <xsl:with-param name="copy" as="xs:boolean" select="true()" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:value-of select="ed:note-close($note)"/>
  </xsl:function>

  <!-- A mark sits close to its word: the space before a note is only kept where a word follows at once. -->
  <xsl:function name="h:closes-up" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="note" as="element(note)?" select="$node/self::text()/following-sibling::node()[1]/self::note[h:is-noted(.)]"/>
    <xsl:sequence select="exists($note) and matches($node, '\s$') and not(matches($note/following-sibling::node()[1], '^[^\s.,;:?!)]'))"/>
  </xsl:function>

  <xsl:template match="text()[following-sibling::node()[1]/self::note][h:closes-up(.)]" mode="m:inline" as="text()">
    <xsl:param name="copy" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:value-of select="if ($copy) then h:spaced(.) else replace(h:spaced(.), ' $', '')"/>
  </xsl:template>

  <xsl:function name="h:notes" as="element()?">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:variable name="noted" as="element()*" select="h:noted($blocks)"/>
    <xsl:if test="$noted">
      <div class="notes{' below'[h:are-longer($noted, $blocks)]}"><xsl:sequence select="$noted ! h:note(.)"/></div>
    </xsl:if>
  </xsl:function>

  <!-- Notes that would reach down beyond their paragraph would tear the text apart, and stand below it at any width. Reckoned
       in points of a wide page: a line of the text holds 66 letters and is 31 high, one of a note 40 and 21, its label 24. -->
  <xsl:function name="h:are-longer" as="xs:boolean">
    <xsl:param name="notes" as="element()+"/>
    <xsl:param name="blocks" as="element()*"/>
    <xsl:sequence select="
        count($blocks) = 1 and $blocks[self::p]
        and sum($notes ! (24 + 21 * ceiling(string-length(ed:note-words(.)) div 40)))
          gt 31 * (1 + ceiling(sum($blocks/descendant::text()[not(ancestor::note)] ! string-length()) div 66))"/>
  </xsl:function>

  <xsl:function name="h:note" as="element()">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="mark" as="xs:string" select="ed:page-mark($note)"/>
    <div class="note{' reading'[not(h:is-editors($note))]}" id="n{$mark}" role="doc-footnote">
      <xsl:sequence select="h:language($note)"/>
      <p class="note-kind">
        <xsl:sequence select="h:way-back($note, $mark)"/>
        <xsl:value-of select="' ' || h:note-kind($note)"/>
      </p>
      <xsl:sequence select="h:note-text($note)"/>
    </div>
  </xsl:function>

  <!-- A note on the whole telegram has no mark in the text to go back to. -->
  <xsl:function name="h:way-back" as="element()">
    <xsl:param name="note" as="element()"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$note/parent::div and h:is-in-place($note)"><b><xsl:value-of select="$mark"/></b></xsl:when>
      <xsl:otherwise><a href="#r{$mark}" role="doc-backlink" aria-label="Back to note {$mark} in the text"><xsl:value-of select="$mark"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="h:note-kind" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if (h:is-editors($note)) then 'Editors’ note'
        else if ($note/@type = 'footnote') then string-join(('Footnote', $note/@n, 'of the telegram'), ' ')
        else if ($note/@type = 'marginal') then string-join(('In the margin', ed:hand($note)), ': ')
        else 'Translator’s note'"/>
  </xsl:function>

  <xsl:function name="h:note-text" as="element()">
    <xsl:param name="note" as="element()"/>
    <div class="note-text">
      <xsl:sequence select="if ($note/self::choice) then ed:note-words($note) else h:inline($note/node())"/>
    </div>
  </xsl:function>

  <xsl:template match="note/p" mode="m:inline" as="item()*">
    <xsl:param name="copy" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="words" as="node()*" select="h:inline(node())"/>
    <xsl:choose>
      <xsl:when test="$copy"><xsl:sequence select="$words"/><xsl:text> </xsl:text></xsl:when>
      <xsl:otherwise><p><xsl:sequence select="$words"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
