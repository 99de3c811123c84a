<?xml version="1.0" encoding="UTF-8"?>
<!-- What runs in a line. Most of the encoding says what a word is, not how it looks, and leaves the word as it stands. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:inline" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:apply-templates select="$nodes" mode="m:inline"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:inline" as="text()">
    <xsl:value-of select="h:spaced(.)"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:inline m:block" as="empty-sequence()"/>

  <!-- Line ends of the file are no line ends of the text. Most texts have none, and a pattern costs more than a look. -->
  <xsl:function name="h:spaced" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="
        if (contains($text, '&#10;') or contains($text, '&#9;') or contains($text, '  ')) then replace($text, '\s+', ' ')
        else string($text)"/>
  </xsl:function>

  <xsl:template mode="m:inline" as="item()*"
      match="seg | dateline | time | idno | measure | num | gloss | expan | orgName | placeName | roleName | name
             | said | q | title | bibl | abbr | surname | forename | rs | persName | corr | rdg | lem | opener
             | unclear | closer | trailer | salute | term | quote | reg | orig | country | settlement | geogName | objectName
             | label | date">
    <xsl:apply-templates mode="m:inline"/>
  </xsl:template>

  <!-- The first mention in a paragraph leads to the person; the others would only be in the way. -->
  <xsl:template match="persName[@ref] | rs[@ref]" mode="m:inline" as="item()*" priority="1">
    <xsl:variable name="block" as="element()"
        select="ancestor::*[self::p or self::opener or self::head or self::closer or self::teiHeader or self::list][1]"/>
    <xsl:variable name="first" as="xs:boolean" select=". is head($block/descendant::*[self::persName or self::rs][@ref = current()/@ref])"/>
    <xsl:call-template name="h:linked">
      <xsl:with-param name="address" select="h:person-address(@ref)[$first or current()/ancestor::teiHeader]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The content of an element, as a link where there is somewhere to go: written in place, for content that is handed
       to h:link is first built and then copied. -->
  <xsl:template name="h:linked" as="item()*">
    <xsl:param name="address" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="$address"><a href="{$address}"><xsl:apply-templates mode="m:inline"/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="m:inline"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A speaker's label is a link as a whole; what holds a note cannot be one, and what holds a redaction should not. -->
  <xsl:template mode="m:inline" as="item()*" priority="2"
      match="speaker//persName | speaker//rs | ref//persName | ref//rs | persName[.//note or .//gap] | rs[.//note or .//gap]">
    <xsl:apply-templates mode="m:inline"/>
  </xsl:template>

  <!-- Dates of the header have no words of their own. -->
  <xsl:template match="date[empty(node())]" mode="m:inline" as="text()?" priority="1">
    <xsl:value-of select="ed:date-words(.)"/>
  </xsl:template>

  <xsl:template match="date[@when][node()]" mode="m:inline" as="element()" priority="1">
    <time datetime="{@when}"><xsl:apply-templates mode="m:inline"/></time>
  </xsl:template>

  <xsl:template match="ref" mode="m:inline" as="item()*">
    <xsl:call-template name="h:linked">
      <xsl:with-param name="address" select="h:address(@target)[empty(current()//note)]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi | emph | foreign" mode="m:inline" as="element()">
    <i><xsl:apply-templates mode="m:inline"/></i>
  </xsl:template>

  <xsl:template match="hi[@rend = ('bold', 'underline')]" mode="m:inline" as="element()" priority="1">
    <b class="{@rend}"><xsl:apply-templates mode="m:inline"/></b>
  </xsl:template>

  <xsl:template match="stage | pc | signed | p/label | item/label" mode="m:inline" as="element()" priority="1">
    <span class="{local-name()}"><xsl:apply-templates mode="m:inline"/></span>
  </xsl:template>

  <xsl:template match="label[following-sibling::*[1]/self::item]" mode="m:inline" as="element()" priority="1">
    <span class="label"><xsl:apply-templates mode="m:inline"/></span>
  </xsl:template>

  <!-- Only the cable's own heading comes here; others have their place. -->
  <xsl:template match="head" mode="m:inline" as="item()*">
    <xsl:apply-templates mode="m:inline"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:inline" as="element()">
    <br/>
  </xsl:template>

  <!-- Where the sheet ends, and what it repeats at head and foot, can come between two words. -->
  <xsl:template match="pb | milestone" mode="m:inline" as="item()+">
    <xsl:text> </xsl:text>
    <span class="break"><xsl:value-of select="ed:break-words(.)"/></span>
  </xsl:template>

  <xsl:template match="fw" mode="m:inline" as="element()">
    <span class="fw"><xsl:apply-templates mode="m:inline"/></span>
  </xsl:template>

  <!-- Inside a sentence brackets tell it from the sentence. -->
  <xsl:template match="fw[not(parent::div)]" mode="m:inline" as="item()+" priority="1">
    <xsl:text> </xsl:text>
    <span class="fw">[<xsl:apply-templates mode="m:inline"/>]</span>
  </xsl:template>

  <xsl:template match="stamp" mode="m:inline" as="element()">
    <span class="stamped"><xsl:value-of select="ed:stamp-open()"/><xsl:apply-templates mode="m:inline"/><xsl:value-of select="ed:insertion-close()"/></span>
  </xsl:template>

  <!-- Words that the translator put in stand in the translator's brackets. -->
  <xsl:template match="supplied | ex" mode="m:inline" as="item()*">
    <xsl:value-of select="ed:insertion-open()"/>
    <xsl:apply-templates mode="m:inline"/>
    <xsl:value-of select="ed:insertion-close()"/>
  </xsl:template>

  <xsl:template match="sic" mode="m:inline" as="item()*">
    <xsl:apply-templates mode="m:inline"/>
    <xsl:if test="ed:has-sic-mark(.)"><xsl:value-of select="' ' || ed:sic-mark()"/></xsl:if>
  </xsl:template>

  <!-- The text keeps the slip; an editors' note says what it should read. -->
  <xsl:template match="choice[sic][corr]" mode="m:inline" as="item()*">
    <xsl:param name="copy" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:apply-templates select="sic" mode="m:inline"/>
    <xsl:sequence select="h:reference(., not($copy))"/>
  </xsl:template>

  <xsl:template match="choice" mode="m:inline" as="item()*">
    <xsl:apply-templates select="(abbr, orig, *)[1]" mode="m:inline"/>
  </xsl:template>

  <!-- One release of the text is read; what another has follows in brackets. -->
  <xsl:template match="app" mode="m:inline" as="item()*">
    <xsl:variable name="chosen" as="element()" select="ed:chosen-reading(.)"/>
    <xsl:apply-templates select="$chosen" mode="m:inline"/>
    <xsl:for-each select="* except $chosen">
      <xsl:text> </xsl:text>
      <span class="witness"><xsl:value-of select="ed:witness-open(.)"/><xsl:apply-templates mode="m:inline"/><xsl:value-of select="ed:insertion-close()"/></span>
    </xsl:for-each>
  </xsl:template>

  <!-- What an editor is not sure of is marked wherever it stands. -->
  <xsl:template match="*[@cert][ed:is-doubtful(.)][not(self::gap | self::note | self::unclear)] | unclear" mode="m:inline" as="item()*" priority="8">
    <xsl:next-match/>
    <span class="doubt"><xsl:value-of select="' ' || ed:doubt-mark()"/></span>
  </xsl:template>

  <!-- Another language is named, for voices, hyphens and fonts. -->
  <xsl:template match="*[@xml:lang][not(self::note | self::gap)]" mode="m:inline" as="element()" priority="9">
    <span lang="{@xml:lang}"><xsl:next-match/></span>
  </xsl:template>

  <!-- An editors' note may point at words rather than stand among them. -->
  <xsl:template match="*[@xml:id][h:notes-about(.)][not(self::sp | self::p)]" mode="m:inline" as="item()*" priority="10">
    <xsl:next-match/>
    <xsl:sequence select="h:references-to(.)"/>
  </xsl:template>

</xsl:stylesheet>
