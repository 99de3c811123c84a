<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes → their marks in the text, their order, their words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The mark of an editors' note in the text, and its number below: [1]. -->
  <xsl:function name="ed:note-mark" as="xs:string" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="'[' || ed:note-number($note) || ']'"/>
  </xsl:function>

  <!-- A note, or a correction, whose mark stands where it is written. -->
  <xsl:function name="ed:own-note" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element[self::choice[sic][corr] or self::note[@type = 'editorial'][not(ed:is-marked-elsewhere(.))]]"/>
  </xsl:function>

  <!-- Editors' notes, corrections among them, in the order of their marks in the text. -->
  <xsl:function name="ed:editors-notes" as="element()*" visibility="public">
    <xsl:param name="cable" as="node()"/>
    <xsl:variable name="text" as="element(text)*" select="root($cable)//text"/>
    <xsl:variable name="targets" as="xs:string*"
        select="$text//note[@type = 'editorial'] ! tokenize(@target) ! substring-after(., '#')"/>
    <xsl:variable name="marked" as="element()*"
        select="$text//(note | choice)[ed:own-note(.)] | (distinct-values($targets) ! key('ed:anchor', ., root($cable)))"/>
    <xsl:for-each-group select="$marked ! (ed:own-note(.), ed:notes-on(.))" group-by="generate-id()">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:key name="ed:anchor" match="text//*[@xml:id]" use="@xml:id"/>
  <xsl:key name="ed:note-on" match="note[@type = 'editorial']" use="tokenize(@target) ! substring-after(., '#')"/>

  <!-- The editors' notes whose mark stands after this element, for they point to it. -->
  <xsl:function name="ed:notes-on" as="element(note)*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@xml:id ! key('ed:note-on', ., root($element))"/>
  </xsl:function>

  <!-- Such a note has no mark where it is written. -->
  <xsl:function name="ed:is-marked-elsewhere" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="targets" as="xs:string*" select="tokenize($note/@target) ! substring-after(., '#')"/>
    <xsl:sequence select="some $id in $targets satisfies exists(key('ed:anchor', $id, root($note)))"/>
  </xsl:function>

  <!-- Notes of the translator and of the cable itself, but for those that tell of a redaction; found once for a cable. -->
  <xsl:function name="ed:lettered-notes" as="element(note)*" cache="yes" visibility="public">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="$root//text//note[not(@type = 'editorial')][not(ancestor::note)][not(ed:reports-redaction(.))]"/>
  </xsl:function>

  <!-- On a page editors' notes have figures, the same as in the plain text, all others letters. -->
  <xsl:function name="ed:page-mark" as="xs:string" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if ($note/self::choice or $note/@type = 'editorial') then string(ed:note-number($note))
        else format-integer(count(ed:lettered-notes(root($note))[. &lt;&lt; $note]) + 1, 'a')"/>
  </xsl:function>

  <!-- The words of an editors' note: the note's own, or what a corrected slip should read. -->
  <xsl:function name="ed:note-words" as="xs:string" visibility="public">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="
        if ($note/self::choice) then 'Read “' || ed:plain($note/corr/node()) || '”.'
        else ed:plain($note/node())"/>
  </xsl:function>

</xsl:stylesheet>
