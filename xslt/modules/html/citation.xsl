<?xml version="1.0" encoding="UTF-8"?>
<!-- How to cite a telegram: whole, by its paragraphs, and for reference managers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The hash of the cable's own file. -->
  <xsl:param name="digest" as="xs:string" select="''"/>

  <xsl:variable name="h:reference" as="element(ed:reference)" select="ed:reference($h:cable, $edition, $digest)"/>

  <xsl:function name="h:citation" as="element()">
    <section>
      <xsl:sequence select="h:section('cite', 'How to cite')"/>
      <dl class="facts">
        <xsl:sequence select="
            h:manner('Chicago', ed:chicago($h:reference)), h:manner('MLA', ed:mla($h:reference)),
            h:citation-files($h:reference/@stem)"/>
      </dl>
      <xsl:sequence select="h:passage-hint(), h:text-hint()"/>
    </section>
  </xsl:function>

  <xsl:function name="h:manner" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="words" as="node()+"/>
    <div>
      <dt><xsl:value-of select="$name"/></dt>
      <dd class="citation"><xsl:sequence select="$words ! h:cited(.)"/></dd>
    </div>
  </xsl:function>

  <xsl:function name="h:cited" as="node()">
    <xsl:param name="words" as="node()"/>
    <xsl:sequence select="$words[not(self::ed:work)]"/>
    <xsl:for-each select="$words/self::ed:work"><cite><xsl:value-of select="."/></cite></xsl:for-each>
  </xsl:function>

  <xsl:function name="h:citation-files" as="element()">
    <xsl:param name="stem" as="xs:string"/>
    <div>
      <dt>For reference managers</dt>
      <dd>
        <ul class="downloads">
          <li><a href="{$stem}.bib" download="{$stem}.bib">BibTeX</a></li>
          <li><a href="{$stem}.ris" download="{$stem}.ris">RIS</a></li>
          <li><a href="{$stem}.json" download="{$stem}.json">CSL-JSON</a></li>
        </ul>
      </dd>
    </div>
  </xsl:function>

  <xsl:function name="h:passage-hint" as="element()?">
    <xsl:for-each select="ed:paragraphs($h:cable)[last()]">
      <p class="hint">To cite a paragraph, follow its number beside the text: its citation appears below it.</p>
    </xsl:for-each>
  </xsl:function>

  <!-- What the text is known by, in full, so that whoever has the file can check it. -->
  <xsl:function name="h:text-hint" as="element()?">
    <xsl:for-each select="$h:reference/@text">
      <p class="hint">“<xsl:value-of select="ed:text-words(..)"/>” names the very text that is quoted: so begins the SHA-256 of <a href="{../@stem}.xml"><xsl:value-of select="../@stem"/>.xml</a>, <span class="hash"><xsl:value-of select="."/></span>.</p>
    </xsl:for-each>
  </xsl:function>

  <!-- How to cite a paragraph: shown, without a script, below the one that an address points to. -->
  <xsl:function name="h:passage" as="element()">
    <xsl:param name="number" as="xs:integer"/>
    <p class="passage" hidden="hidden">Chicago: <xsl:value-of select="ed:chicago-paragraph($h:reference, $number)"/> MLA: <xsl:value-of select="ed:mla-paragraph($h:reference, $number)"/>. <a href="#cite">The telegram in full</a></p>
  </xsl:function>

  <xsl:function name="h:held-by" as="xs:string?">
    <xsl:sequence select="ed:held($h:reference)"/>
  </xsl:function>

  <xsl:function name="h:translators" as="xs:string?">
    <xsl:sequence select="ed:translating($h:cable/teiHeader/fileDesc) ! normalize-space() => string-join(' and ') => h:given()"/>
  </xsl:function>

</xsl:stylesheet>
