<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes and insertions → the marks round them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- How sources set off a translator's note, by note/@rend; without @rend it is [TN: …]. -->
  <xsl:variable name="ed:note-marks" as="map(xs:string, array(xs:string))" select="map {
      '':       ['[TN: ', ']'],
      'bare':   ['[', ']'],
      'long':   ['[Translator’s note: ', ']'],
      'short':  ['[Translator note: ', ']'],
      'paren':  ['(', ')'],
      'tight':  ['[TN:', ']'],
      'braces': ['■■{', '}'],
      'bars':   ['', ''] }"/>

  <xsl:function name="ed:note-open" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="ed:note-marks($note)(1)"/>
  </xsl:function>

  <xsl:function name="ed:note-close" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="ed:note-marks($note)(2)"/>
  </xsl:function>

  <!-- Notes of the cable itself say what they are, since plain words cannot show where they stood on the sheet. -->
  <xsl:function name="ed:note-marks" as="array(xs:string)">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
        if ($note/@type = 'footnote') then ['[' || string-join(('Footnote', $note/@n), ' ') || ': ', ']']
        else if ($note/@type = 'marginal') then ['[In the margin' || ed:hand($note) ! (' (' || . || ')') || ': ', ']']
        else ($ed:note-marks(string($note/@rend)), $ed:note-marks(''))[1]"/>
  </xsl:function>

  <!-- Who wrote a marginal note, as far as the header knows: "Unidentified reader, pencil". -->
  <xsl:function name="ed:hand" as="xs:string?" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($note/@hand) ! substring-after(., '#')"/>
    <xsl:sequence select="
        string-join(root($note)//handNote[@xml:id = $ids] ! replace(normalize-space(), '\.$', ''), '; ')[.]"/>
  </xsl:function>

  <!-- Words that the translator or an editor put into the text (supplied, ex). -->
  <xsl:function name="ed:insertion-open" as="xs:string" visibility="public">
    <xsl:sequence select="'['"/>
  </xsl:function>

  <xsl:function name="ed:insertion-close" as="xs:string" visibility="public">
    <xsl:sequence select="']'"/>
  </xsl:function>

  <xsl:function name="ed:sic-mark" as="xs:string" visibility="public">
    <xsl:sequence select="'[sic]'"/>
  </xsl:function>

  <!-- After a doubtful reading or attribution. -->
  <xsl:function name="ed:doubt-mark" as="xs:string" visibility="public">
    <xsl:sequence select="'[?]'"/>
  </xsl:function>

  <!-- Unclear words, and whatever an editor is not sure of, are marked in every reading. -->
  <xsl:function name="ed:is-doubtful" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@cert = ('low', 'medium', 'unknown') or exists($element/self::unclear)"/>
  </xsl:function>

  <!-- The editors' own hand is the respStmt "ed"; the source page does not have what it added. -->
  <xsl:function name="ed:is-editors" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@resp) = '#ed' or $element/self::note/@type = 'editorial'"/>
  </xsl:function>

  <!-- The source marks its own slips by [sic]; a slip that the editors correct is explained in a note instead. -->
  <xsl:function name="ed:has-sic-mark" as="xs:boolean" visibility="public">
    <xsl:param name="sic" as="element(sic)"/>
    <xsl:sequence select="exists($sic/@resp) and not(ed:is-editors($sic)) and empty($sic/parent::choice)"/>
  </xsl:function>

  <!-- A reading of another release of the same cable: [Copy released in 2019: …]. -->
  <xsl:function name="ed:witness-open" as="xs:string" visibility="public">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($reading/@wit) ! substring-after(., '#')"/>
    <xsl:variable name="names" as="xs:string*"
        select="root($reading)//witness[@xml:id = $ids] ! normalize-space()"/>
    <xsl:sequence select="'[' || (string-join($names, ', ')[.], 'another copy')[1] || ': '"/>
  </xsl:function>

  <!-- The reading that stands in the text; the others follow it in brackets. -->
  <xsl:function name="ed:chosen-reading" as="element()" visibility="public">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="($app/lem, $app/rdg)[1]"/>
  </xsl:function>

  <!-- Where a page or section of the source begins: [page 2], [section 2]. -->
  <xsl:function name="ed:break-words" as="xs:string" visibility="public">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="if ($break/self::pb) then 'page' else ($break/@unit, 'section')[1]"/>
    <xsl:sequence select="'[' || (if ($break/@n) then $kind || ' ' || $break/@n else 'new ' || $kind) || ']'"/>
  </xsl:function>

  <!-- A stamp is on the sheet but not in the sentence. -->
  <xsl:function name="ed:stamp-open" as="xs:string" visibility="public">
    <xsl:sequence select="'[Stamp: '"/>
  </xsl:function>

</xsl:stylesheet>
