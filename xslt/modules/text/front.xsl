<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable → the head of its plain text: number, date, markings, title, fields. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:lay="urn:cablepress:layout"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="lay:front" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="openers" as="element(opener)*" select="$cable/text/body/div[1]/opener"/>
    <xsl:sequence select="
        lay:rule('='),
        lay:ends(lay:number-words($cable, $openers), string-join(ed:cable-date($cable) ! ed:date-words(.) ! ed:capitalised(.))),
        lay:wrap(string-join(lay:markings($openers), ' / '), '', ''),
        lay:rule('='), '',
        lay:title-lines($cable), '',
        lay:fields($cable, $openers), ''"/>
  </xsl:function>

  <!-- TELEGRAM No. 1468, in the cable's words if it has them; a hidden number shows that it is hidden. -->
  <xsl:function name="lay:number-words" as="xs:string">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:param name="openers" as="element(opener)*"/>
    <xsl:variable name="own" as="xs:string*"
        select="$openers/seg[@type = 'markings'] ! lay:inline(node()[not(lay:is-marking(.))])[.]"/>
    <xsl:sequence select="string-join(('TELEGRAM', if (exists($own)) then $own else ed:number($cable) ! ('No. ' || .)), ' ')"/>
  </xsl:function>

  <xsl:function name="lay:is-marking" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/self::seg/@type = ('classification', 'precedence', 'handling')"/>
  </xsl:function>

  <xsl:function name="lay:markings" as="xs:string*">
    <xsl:param name="openers" as="element(opener)*"/>
    <xsl:sequence select="$openers//seg[lay:is-marking(.)] ! lay:unwrapped(lay:inline(., true()))"/>
  </xsl:function>

  <xsl:function name="lay:title-lines" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="heads" as="element(head)*" select="$cable/text/body/div[1]/head"/>
    <xsl:sequence select="
        if ($heads) then $heads ! lay:wrap(lay:inline(.), '', '') else lay:wrap(ed:heading($cable), '', '')"/>
  </xsl:function>

  <!-- What one looks for first: from whom, to whom, where and when sent and received. -->
  <xsl:variable name="lay:sending" as="xs:string+" select="'from', 'to', 'dateline', 'received'"/>

  <!-- The fields of the sending, then the others in the cable's order. -->
  <xsl:function name="lay:fields" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:param name="openers" as="element(opener)*"/>
    <xsl:variable name="actions" as="element(correspAction)*" select="$cable/teiHeader/profileDesc/correspDesc/correspAction"/>
    <xsl:variable name="stated" as="node()*" select="$openers/node()[lay:is-field(.)]"/>
    <xsl:sequence select="
        for $kind in $lay:sending return lay:sending-field($kind, $stated[(self::dateline/'dateline', self::seg/@type) = $kind], $actions),
        $actions[@type = 'forwarded'] ! (lay:actors(.), lay:circumstances(.)),
        $stated[not((self::dateline/'dateline', self::seg/@type) = $lay:sending)] ! lay:stated-field(.),
        lay:edition-fields($cable)"/>
  </xsl:function>

  <!-- The cable's own words, or what the header knows where the cable does not say it. -->
  <xsl:function name="lay:sending-field" as="xs:string*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="stated" as="node()*"/>
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:variable name="action" as="element(correspAction)*"
        select="$actions[@type = (if ($kind = ('from', 'dateline')) then 'sent' else 'received')]"/>
    <xsl:sequence select="
        if ($stated) then $stated ! lay:stated-field(.)
        else if ($kind = ('from', 'to')) then $action ! lay:actors(.)
        else $action ! lay:circumstances(.)"/>
  </xsl:function>

  <!-- Everything in an opener is a field, but for what already stands above. -->
  <xsl:function name="lay:is-field" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        not($node/self::text()[not(normalize-space())] or $node/self::comment() or $node/self::processing-instruction()
            or $node/self::seg[@type = 'markings'] or lay:is-marking($node))"/>
  </xsl:function>

  <!-- A field of the cable: its own label where it has one, "Sent: …", else the edition's. -->
  <xsl:function name="lay:stated-field" as="xs:string*">
    <xsl:param name="field" as="node()"/>
    <xsl:variable name="words" as="xs:string" select="lay:field-words($field)"/>
    <xsl:variable name="ours" as="xs:string" select="ed:field-label($field)"/>
    <xsl:variable name="label" as="xs:string" select="
        if (lay:is-label(substring-before($words, ': '))) then substring-before($words, ':') else $ours"/>
    <xsl:variable name="is-labelled" as="xs:boolean" select="starts-with($words, $label || ':') or starts-with($words, $label || ' ')"/>
    <xsl:sequence select="
        lay:field($label, if ($is-labelled) then normalize-space(substring($words, string-length($label) + 2)) else $words)"/>
  </xsl:function>

  <!-- Letters and few. (Saxon compiles \p{L} anew at every call, which takes milliseconds; ASCII needs no such class.) -->
  <xsl:function name="lay:is-label" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        string-length($words) = 2 to 20
        and (not(translate($words, $lay:ascii-letters, '')) or matches($words, '^[\p{L} -]+$'))"/>
  </xsl:function>

  <xsl:variable name="lay:ascii-letters" as="xs:string" static="yes"
      select="'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz -'"/>

  <!-- Under the label "Stamp" a stamp needs no brackets. -->
  <xsl:function name="lay:field-words" as="xs:string">
    <xsl:param name="field" as="node()"/>
    <xsl:sequence select="
        if ($field/self::stamp) then lay:inline($field/node()) || string-join(ed:notes-on($field) ! ed:note-mark(.))
        else lay:inline($field)"/>
  </xsl:function>

  <!-- Values stand in one column, beside the longest label of the edition's own. -->
  <xsl:variable name="lay:label-width" as="xs:integer" select="12"/>

  <xsl:function name="lay:field" as="xs:string*">
    <xsl:param name="label" as="xs:string?"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="head" as="xs:string" select="string-join($label[.] ! (. || ': '))"/>
    <xsl:variable name="padding" as="xs:string" select="lay:spaces(max((0, $lay:label-width - lay:width($head))))"/>
    <xsl:sequence select="$value[.] ! lay:wrap(., $head || $padding, lay:spaces($lay:label-width))"/>
  </xsl:function>

  <!-- What the header knows of a sending: who, then where and when. -->
  <xsl:function name="lay:actors" as="xs:string*">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:variable name="actors" as="xs:string*" select="$action/(persName | orgName | rs | name) ! lay:inline(.)"/>
    <xsl:sequence select="lay:field(ed:action-labels($action)[1], string-join($actors, ', '))"/>
  </xsl:function>

  <xsl:function name="lay:circumstances" as="xs:string*">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:variable name="circumstances" as="xs:string*"
        select="$action/placeName ! lay:inline(.), $action/date ! (ed:date-words(.), lay:inline(.)[.])[1]"/>
    <xsl:sequence select="lay:field(ed:action-labels($action)[2], string-join($circumstances, ', '))"/>
  </xsl:function>

  <!-- What the edition says: how much there is, how far it has come, what it is about. -->
  <xsl:function name="lay:edition-fields" as="xs:string*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="state" as="xs:string" select="ed:state($cable)"/>
    <xsl:variable name="abstract" as="element(abstract)?" select="$cable/teiHeader/profileDesc/abstract"/>
    <xsl:sequence select="
        lay:field('Text', ed:state-word($state)[not($state = 'full')]),
        lay:field('Status', ed:status-sentence(ed:status($cable))),
        lay:field('Abstract', string-join(($abstract ! ed:abstract-paragraphs(.), $abstract ! ed:abstract-source(.)), ' '))"/>
  </xsl:function>
</xsl:stylesheet>
