<?xml version="1.0" encoding="UTF-8"?>
<!-- One cable → its leaf: what the indexes of the edition print of it, and what its search looks through.
     ed:turn (who speaks, under which label, how many words) holds ed:passage, the blocks of its text; what stands in no
     turn follows on its own, and so do the notes on the source, of which at says where they stand on the page. A passage has
     its paragraph's number, or none: a list, a table, a remark. Its string value is what a reader sees, ed:bar round the
     words that stand for a redaction. Then come ed:redaction, ed:note and ed:outside:
     a telegram that the text names and the edition has not. -->
<xsl:package name="urn:cablepress:leaf" version="3.0" package-version="1.0"
    declared-modes="yes" default-mode="m:leaf" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="xs m">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/leaf/bars.xsl"/>
  <xsl:include href="modules/leaf/place.xsl"/>
  <xsl:include href="modules/leaf/redactions.xsl"/>
  <xsl:include href="modules/leaf/notes.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:mode name="m:leaf" on-no-match="fail" on-multiple-match="fail" visibility="public"/>

  <xsl:template match="document-node()" as="element(ed:leaf)">
    <xsl:apply-templates select="TEI"/>
  </xsl:template>

  <xsl:template match="TEI" as="element(ed:leaf)">
    <xsl:variable name="turns" as="element()*">
      <xsl:apply-templates select="text/body/div, teiHeader/fileDesc/sourceDesc/bibl/note"/>
    </xsl:variable>
    <ed:leaf stem="{@xml:id}" spoken="{sum($turns/@words ! xs:integer(.))}">
      <xsl:copy-of select="@xml:lang"/>
      <xsl:sequence select="$turns, ed:redactions(.), ed:notes(.)"/>
      <xsl:apply-templates select="text//bibl[@type = 'telegram']"/>
    </ed:leaf>
  </xsl:template>

  <xsl:template match="div | quote" as="element()*">
    <xsl:apply-templates select="*"/>
  </xsl:template>

  <xsl:template match="sp" as="element(ed:turn)">
    <ed:turn number="{ed:turn-number(.)}" words="{ed:words(.)}" speaker="{ed:undelimited(ed:label-words(.))}">
      <xsl:copy-of select="@who"/>
      <xsl:if test="ed:is-doubtful(.)"><xsl:attribute name="doubtful" select="'yes'"/></xsl:if>
      <xsl:apply-templates select="* except speaker"/>
    </ed:turn>
  </xsl:template>

  <xsl:template match="p" as="element(ed:passage)">
    <ed:passage number="{ed:paragraph-number(.)}">
      <xsl:copy-of select="(@xml:lang, ancestor::*[not(self::TEI)]/@xml:lang)[last()]"/>
      <xsl:for-each select="@xml:id"><xsl:attribute name="id" select="."/></xsl:for-each>
      <xsl:sequence select="ed:barred(ed:plain(node()))"/>
    </ed:passage>
  </xsl:template>

  <xsl:template match="list | table | stage | app" as="element(ed:passage)?">
    <xsl:where-populated>
      <ed:passage>
        <xsl:copy-of select="(@xml:lang, ancestor::*[not(self::TEI)]/@xml:lang)[last()]"/>
        <xsl:sequence select="ed:barred(ed:plain(.))"/>
      </ed:passage>
    </xsl:where-populated>
  </xsl:template>

  <!-- The header speaks the language of the edition's own words, whatever the telegram's. -->
  <xsl:template match="sourceDesc/bibl/note" as="element(ed:passage)" priority="1">
    <ed:passage at="about" xml:lang="{(@xml:lang, 'en')[1]}">
      <xsl:sequence select="ed:barred(ed:plain(node()))"/>
    </ed:passage>
  </xsl:template>

  <!-- The heading is on the index card, the form and its markings are read there; notes have records of their own. -->
  <xsl:template as="empty-sequence()"
      match="opener | head | closer | trailer | fw | pb | milestone | note | gap | salute | signed | seg"/>

  <xsl:template match="bibl" as="element(ed:outside)">
    <ed:outside number="{idno[@type = 'telegram'][1] ! normalize-space()}">
      <xsl:sequence select="ed:place(.)"/>
      <xsl:sequence select="ed:undelimited(ed:plain(node()))"/>
    </ed:outside>
  </xsl:template>

</xsl:package>
