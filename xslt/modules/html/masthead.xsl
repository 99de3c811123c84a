<?xml version="1.0" encoding="UTF-8"?>
<!-- The top of a cable's page: number, markings, the cable's own subject, date, abstract, form, and the same heading as transcribed. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The parts of the openers, which the form and the markings share between them. -->
  <xsl:variable name="h:opener-parts" as="element()*" select="$h:heading-parts/self::opener/*"/>

  <xsl:template name="h:masthead" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <header class="mast">
      <div class="mast-side">
        <xsl:sequence select="$h:number ! h:telegram-number(.)"/>
        <xsl:sequence select="h:stamps(.), ed:state(.)[. != 'full'] ! h:state-tag(.)"/>
      </div>
      <div class="mast-main">
        <h1>
          <xsl:if test="string-length(replace(ed:heading(.), '(\([^()]*\)\s*)+$', '')) gt 120"><xsl:attribute name="class" select="'long'"/></xsl:if>
          <xsl:sequence select="$h:tongue, h:subject(.)"/>
        </h1>
        <xsl:sequence select="h:dated(.), h:abstract(.)"/>
        <div class="para plain">
          <xsl:sequence select="h:form(.), h:as-transcribed(.), h:notes($h:heading-parts)"/>
        </div>
      </div>
    </header>
  </xsl:template>

  <xsl:function name="h:telegram-number" as="element()">
    <xsl:param name="number" as="xs:string"/>
    <p class="mast-no">Telegram No. <b><xsl:value-of select="$number"/></b></p>
  </xsl:function>

  <xsl:function name="h:stamps" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:where-populated>
      <ul class="stamps" aria-label="Markings">
        <xsl:apply-templates select="$h:heading-parts/(self::fw | self::opener/*)" mode="m:stamp"/>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <xsl:template match="seg[@type = 'markings']" mode="m:stamp" as="element()*">
    <xsl:apply-templates select="*" mode="m:stamp"/>
  </xsl:template>

  <xsl:template match="seg[@type = ('classification', 'precedence')]" mode="m:stamp" as="element()">
    <li class="stamp"><xsl:apply-templates mode="m:inline"/></li>
  </xsl:template>

  <xsl:template match="seg[@type = 'handling'] | fw" mode="m:stamp" as="element()">
    <li class="caveat"><xsl:apply-templates mode="m:inline"/></li>
  </xsl:template>

  <!-- What was stamped on the sheet is no marking of the sender's. -->
  <xsl:template match="stamp" mode="m:stamp" as="element()">
    <li class="caveat"><xsl:value-of select="h:row-label(.) || ': '"/><xsl:apply-templates mode="m:inline"/></li>
  </xsl:template>

  <!-- The other parts of an opener are rows of the form. -->
  <xsl:template match="*" mode="m:stamp" as="empty-sequence()" priority="-1"/>

  <!-- The cable's own words; where there is no text, those that its title quotes. -->
  <xsl:function name="h:subject" as="item()*">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:variable name="head" as="element(head)?" select="$h:heading-parts/self::head[1]"/>
    <xsl:apply-templates select="$head/node()" mode="m:inline"/>
    <xsl:sequence select="if ($head) then () else h:smaller-tail(ed:heading($cable))"/>
  </xsl:function>

  <!-- "(Small Group Meeting) (2 of 2)" ends the subject; it is set smaller and the words stay as they are. -->
  <xsl:template match="div/head/text()[not(following-sibling::node())]" mode="m:inline" as="item()*" priority="1">
    <xsl:sequence select="h:smaller-tail(h:spaced(.))"/>
  </xsl:template>

  <xsl:function name="h:smaller-tail" as="item()*">
    <xsl:param name="words" as="xs:string"/>
    <xsl:analyze-string select="$words" regex="(\([^()]*\)\s*)+$">
      <xsl:matching-substring><span class="tail"><xsl:value-of select="."/></span></xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <xsl:function name="h:dated" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:where-populated>
      <div class="dated">
        <xsl:for-each select="ed:cable-date($cable)"><p><xsl:value-of select="ed:date-words(.) ! ed:capitalised(.)"/></p></xsl:for-each>
        <xsl:sequence select="ed:status-sentence(ed:status($cable)) ! h:standing(.)"/>
      </div>
    </xsl:where-populated>
  </xsl:function>

  <xsl:function name="h:abstract" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:for-each select="$cable/teiHeader/profileDesc/abstract">
      <div class="abstract">
        <xsl:for-each select="p"><p><xsl:value-of select="normalize-space()"/></p></xsl:for-each>
        <xsl:for-each select="h:agent(@resp)"><p class="label">Abstract: <xsl:value-of select="."/></p></xsl:for-each>
      </div>
    </xsl:for-each>
  </xsl:function>

  <!-- Whoever a @resp answers for: the name in the respStmt it points to. -->
  <xsl:function name="h:agent" as="xs:string?">
    <xsl:param name="resp" as="attribute()?"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($resp) ! substring-after(., '#')"/>
    <xsl:sequence select="
        root($resp)//respStmt[@xml:id = $ids]/(persName | orgName | name) ! normalize-space()
        => string-join(', ') => h:given()"/>
  </xsl:function>

  <xsl:function name="h:given" as="xs:string?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="$words[normalize-space()]"/>
  </xsl:function>

  <!-- The heading once more, in the source's order, for the other view. A copy: no anchors, no counted redactions. -->
  <xsl:function name="h:as-transcribed" as="element()?">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:where-populated>
      <div class="run as-transcribed" hidden="hidden">
        <xsl:apply-templates select="$h:heading-parts" mode="m:line">
          <xsl:with-param name="copy" as="xs:boolean" select="true()" tunnel="yes"/>
        </xsl:apply-templates>
      </div>
    </xsl:where-populated>
  </xsl:function>

  <xsl:template match="opener" mode="m:line" as="element()*">
    <xsl:apply-templates select="*" mode="m:line"/>
  </xsl:template>

  <xsl:template match="*" mode="m:line" as="element()" priority="-1">
    <p><xsl:apply-templates select="." mode="m:inline"/></p>
  </xsl:template>

  <xsl:template match="head" mode="m:line" as="element()">
    <p class="subject"><xsl:apply-templates mode="m:inline"/></p>
  </xsl:template>

</xsl:stylesheet>
