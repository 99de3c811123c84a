<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of the text. Each carries the notes that belong to it, right after it: one copy, placed by the width of the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:template match="body" mode="m:block" as="element()+">
    <xsl:apply-templates select="div" mode="m:block"/>
  </xsl:template>

  <xsl:template match="body/div[1]" mode="m:block" as="element()" priority="1">
    <section class="text" aria-labelledby="text">
      <h2 id="text" class="hidden">Text of the telegram</h2>
      <xsl:sequence select="h:shape(), h:view-switch()"/>
      <xsl:apply-templates select="* except $h:heading-parts" mode="m:block"/>
    </section>
  </xsl:template>

  <!-- What was sent with the cable. -->
  <xsl:template match="body/div" mode="m:block" as="element()">
    <section class="text attachment">
      <h2><xsl:sequence select="h:attachment-heading(.)"/></h2>
      <xsl:sequence select="h:notes(head)"/>
      <xsl:apply-templates select="* except head" mode="m:block"/>
    </section>
  </xsl:template>

  <xsl:function name="h:attachment-heading" as="item()*">
    <xsl:param name="attachment" as="element(div)"/>
    <xsl:sequence select="
        if ($attachment/head) then h:inline($attachment/head/node())
        else string-join(('Attachment', $attachment/@n), ' ')"/>
  </xsl:function>

  <!-- Divisions below the cable's own keep the order of headings: they come under h2. -->
  <xsl:template match="div/div" mode="m:block" as="element()" priority="1">
    <div class="division"><xsl:apply-templates mode="m:block" select="*"/></div>
  </xsl:template>

  <!-- Without scripts: the style sheet reads which button is pressed. A record without a text has one view only. -->
  <xsl:function name="h:view-switch" as="element()?">
    <xsl:if test="ed:state($h:cable) = 'full'">
      <div class="bar">
        <xsl:sequence select="h:legend()"/>
        <fieldset class="view">
          <legend>Show</legend>
          <label><input type="radio" name="view" id="view-reading" checked="checked"/> Reading text</label>
          <label><input type="radio" name="view" id="view-transcribed"/> As transcribed</label>
        </fieldset>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:template match="p" mode="m:block" as="element()">
    <xsl:variable name="number" as="xs:integer" select="ed:paragraph-number(.)"/>
    <div class="para" id="p{$number}">
      <xsl:sequence select="h:permalink($number)"/>
      <xsl:element name="{h:paragraph-element(.)}">
        <xsl:attribute name="class" select="'run'"/>
        <xsl:sequence select="$h:tongue"/>
        <xsl:apply-templates mode="m:inline"/>
        <xsl:sequence select="h:references-to(.)"/>
      </xsl:element>
      <xsl:sequence select="h:notes(.), h:passage($number)"/>
    </div>
  </xsl:template>

  <!-- HTML has no list inside a p. -->
  <xsl:function name="h:paragraph-element" as="xs:string">
    <xsl:param name="p" as="element(p)"/>
    <xsl:sequence select="if ($p/descendant::*[self::list | self::table | self::quote | self::p][not(ancestor::note)]) then 'div' else 'p'"/>
  </xsl:function>

  <xsl:template match="list | table | stage | trailer | closer | fw | head | opener | bibl | seg | salute | signed" mode="m:block" as="element()">
    <div class="para plain">
      <div class="run {local-name()}-block"><xsl:sequence select="$h:tongue"/><xsl:apply-templates select="." mode="m:inline"/></div>
      <xsl:sequence select="h:notes(.)"/>
    </div>
  </xsl:template>

  <xsl:template match="quote" mode="m:block" as="element()">
    <blockquote><xsl:apply-templates select="*" mode="m:block"/></blockquote>
  </xsl:template>

  <xsl:template match="pb | milestone" mode="m:block" as="element()">
    <div class="para plain"><p class="run break"><xsl:apply-templates select="." mode="m:inline"/></p></div>
  </xsl:template>

  <!-- A telegram without its text says why, in the words of its record. -->
  <xsl:template match="gap" mode="m:block" as="element()">
    <div class="para plain absent">
      <p class="run"><xsl:apply-templates select="." mode="m:inline"/></p>
    </div>
  </xsl:template>

  <!-- A note on the telegram as a whole; one that points at something stands there. -->
  <xsl:template match="note" mode="m:block" as="element()?">
    <xsl:where-populated>
      <div class="para plain"><xsl:sequence select="h:notes(.)"/></div>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="app" mode="m:block" as="element()">
    <div class="para plain"><p class="run"><xsl:apply-templates select="." mode="m:inline"/></p><xsl:sequence select="h:notes(.)"/></div>
  </xsl:template>

  <xsl:template match="*[@xml:lang]" mode="m:block" as="element()" priority="5">
    <div lang="{@xml:lang}"><xsl:next-match/></div>
  </xsl:template>

</xsl:stylesheet>
