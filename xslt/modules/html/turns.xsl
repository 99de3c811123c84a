<?xml version="1.0" encoding="UTF-8"?>
<!-- A turn: the speaker in the margin, with the person behind the role and the side, and the paragraphs. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="sp" mode="m:block" as="element()">
    <div class="turn" id="t{ed:turn-number(.)}">
      <xsl:call-template name="h:speaker"/>
      <div class="speech">
        <xsl:sequence select="h:notes(speaker)"/>
        <xsl:apply-templates select="* except speaker" mode="m:block"/>
      </div>
    </div>
  </xsl:template>

  <xsl:template name="h:speaker" as="element()">
    <xsl:context-item as="element(sp)" use="required"/>
    <h3 class="who">
      <xsl:sequence select="h:speaker-label(.)"/>
      <xsl:apply-templates select="@who" mode="m:inline"/>
      <xsl:sequence select="h:nobody(.)"/>
      <xsl:text> </xsl:text>
      <xsl:sequence select="h:cue(h:side(.), $h:sides)"/>
    </h3>
  </xsl:template>

  <!-- The label leads to the person, unless it holds a note, which has a link of its own, or a redaction, which names nobody. -->
  <xsl:function name="h:speaker-label" as="element()?">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:variable name="address" as="xs:string?" select="h:sole-speaker($turn) ! h:person-address(.)"/>
    <xsl:for-each select="$turn/speaker">
      <span class="who-label">
        <xsl:sequence select="$h:tongue"/>
        <xsl:call-template name="h:linked">
          <xsl:with-param name="address" select="$address[empty((h:noted(current()), current()//gap))]"/>
        </xsl:call-template>
        <xsl:sequence select="h:references-to($turn)"/>
      </span>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:sole-speaker" as="xs:string?">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:sequence select="tokenize($turn/@who)[count(tokenize($turn/@who)) = 1]"/>
  </xsl:function>

  <!-- Behind a role its holder, behind a name the office: whichever the label does not say. -->
  <xsl:template match="sp/@who" mode="m:inline" as="item()*">
    <xsl:variable name="records" as="element()*" select="tokenize(.) ! h:record(.)"/>
    <xsl:variable name="says-name" as="xs:boolean" select="exists(../speaker//persName[empty(roleName)])"/>
    <xsl:variable name="words" as="xs:string*" select="
        $records ! (if ($says-name) then ed:office(., $h:day) else ed:display-name(.))"/>
    <xsl:if test="exists($words)">
      <xsl:text> </xsl:text>
      <span class="who-id"><xsl:value-of select="string-join($words, ', '), ed:doubt-mark()[ed:is-doubtful(current()/..)]"/></span>
    </xsl:if>
  </xsl:template>

  <!-- A heading must say something, also over a turn whose speaker was taken out with it. -->
  <xsl:function name="h:nobody" as="element()?">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:if test="empty($turn/speaker) and empty(tokenize($turn/@who) ! h:record(.))">
      <span class="who-id"><xsl:value-of select="h:speaker-words($turn)"/></span>
    </xsl:if>
  </xsl:function>

  <!-- The label's own punctuation is kept for copying; the margin needs none. -->
  <xsl:template match="speaker/text()" mode="m:inline" as="item()*">
    <xsl:analyze-string select="h:spaced(.)" regex="[()（）:：]">
      <xsl:matching-substring><span class="punct"><xsl:value-of select="."/></span></xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- The label in a list of turns: without the source's parentheses or colon. -->
  <xsl:function name="h:speaker-words" as="xs:string">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:sequence select="
        (ed:label-words($turn)[.],
         tokenize($turn/@who)[1] ! h:record(.) ! ed:display-name(.), ed:no-speaker())[1]"/>
  </xsl:function>

</xsl:stylesheet>
