<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → notes.html: the notes of the translator and of the editors, and those of the telegrams themselves.
     When they are many, pages such as notes-1994.html have those of a year or month. -->
<xsl:package version="3.0" name="urn:cablepress:notes" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/html/frame.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>
  <xsl:include href="modules/html/whole.xsl"/>
  <xsl:include href="modules/html/links.xsl"/>
  <xsl:include href="modules/html/series.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="h:notes" as="element(ed:note)*" select="h:leaves()/ed:note"/>

  <!-- The kinds of notes, in the order in which they are counted; buttons choose between them. -->
  <xsl:variable name="h:note-kinds" as="xs:string+" select="'translator', 'editorial', 'footnote', 'marginal'"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:titled('Notes')"/>
      <xsl:with-param name="description" select="h:summary()"/>
      <xsl:with-param name="here" select="if ($h:period) then '' else 'notes.html'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede">
        <h1><xsl:value-of select="h:titled('Notes')"/></h1>
        <p><xsl:value-of select="h:summary()"/></p>
        <p class="hint">What the translator notes of a redaction stands with the <a href="redactions.html">redactions</a>.</p>
        <xsl:sequence select="h:all-periods('notes')"/>
      </header>
      <xsl:if test="$h:notes">
        <xsl:sequence select="if ($h:is-front) then h:by-time() else (h:note-filters(), h:by-telegram())"/>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- "2 translator’s notes, 3 editors’ notes." -->
  <xsl:function name="h:summary" as="xs:string">
    <xsl:variable name="parts" as="xs:string*" select="
        for $kind in $h:note-kinds, $number in count($h:notes[@kind = $kind])[. gt 0]
        return h:many($number, ed:note-kind-words($kind))"/>
    <xsl:sequence select="if (exists($parts)) then string-join($parts, ', ') || '.' else 'There are none in this edition.'"/>
  </xsl:function>

  <!-- As on the home page: buttons that the style sheet reads. -->
  <xsl:function name="h:note-filters" as="element()?">
    <xsl:if test="count(distinct-values($h:notes/@kind)) gt 1">
      <fieldset class="filters">
        <legend>Show</legend>
        <label><input type="radio" name="kind" id="kind-all" checked="checked"/> All (<xsl:value-of select="count($h:notes)"/>)</label>
        <xsl:for-each select="$h:note-kinds[. = $h:notes/@kind]">
          <label><input type="radio" name="kind" id="kind-{.}"/> <xsl:value-of select="ed:capitalised(ed:plural(ed:note-kind-words(.))) || ' (' || count($h:notes[@kind = current()]) || ')'"/></label>
        </xsl:for-each>
      </fieldset>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:by-time" as="element()">
    <section>
      <xsl:sequence select="
          h:section('by-time', 'By time'),
          h:front('notes', function ($entries) { h:many(count($entries ! h:leaf(.)/ed:note), 'note') })"/>
    </section>
  </xsl:function>

  <xsl:function name="h:by-telegram" as="element()">
    <div class="days">
      <xsl:for-each select="h:entries()[h:leaf(.)/ed:note]">
        <section class="noted" aria-labelledby="of-{@stem}">
          <h2 class="in-telegram" id="of-{@stem}"><xsl:sequence select="h:telegram-heading(.)"/></h2>
          <ol class="records"><xsl:sequence select="h:leaf(.)/ed:note ! h:noted(., current())"/></ol>
        </section>
      </xsl:for-each>
    </div>
  </xsl:function>

  <xsl:function name="h:noted" as="element()">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:param name="entry" as="element(ed:entry)"/>
    <li data-kind="{$note/@kind}">
      <p class="context">
        <xsl:value-of select="$note/ed:before || ' '"/>
        <a class="nr" href="{$entry/@stem}.html#n{$note/@mark}" aria-label="Note {$note/@mark} of {h:entry-name($entry)}"><xsl:value-of select="$note/@mark"/></a>
      </p>
      <p class="words"><xsl:for-each select="$note/@xml:lang"><xsl:attribute name="lang" select="."/></xsl:for-each><xsl:value-of select="$note/ed:words"/></p>
      <p class="meta">
        <xsl:value-of separator=" · " select="ed:capitalised(ed:note-kind-words($note/@kind)), ed:part-words($note), $note/@author"/>
      </p>
    </li>
  </xsl:function>

</xsl:package>
