<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition document → people.html, organisations.html, places.html: all that telegrams lead to, with a page for each.
     Its attribute kind says which of the three; of people it has what they say, too. When they are many, parts has the
     initials of their names: pages such as people-h.html have those of one, and the first page leads to them. -->
<xsl:package version="3.0" name="urn:cablepress:register" package-version="1.0"
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
  <xsl:include href="modules/html/cues.xsl"/>
  <xsl:include href="modules/html/places.xsl"/>
  <xsl:include href="modules/html/series.xsl"/>
  <xsl:include href="modules/html/person.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="h:kind" as="xs:string" select="$edition/ed:edition/@kind"/>

  <!-- Telegrams that a row names; whoever is in more has all of them on a page. -->
  <xsl:variable name="h:most-telegrams" as="xs:integer" select="6"/>

  <xsl:variable name="h:heading" as="xs:string" select="map { 'person': 'People', 'org': 'Organisations', 'place': 'Places' }($h:kind)"/>

  <xsl:variable name="h:about-kind" as="xs:string" select="map {
      'person': 'Who speaks, is named, sends, receives or translates in the telegrams. A name leads to all that is known of a person, a number to the paragraph.',
      'org': 'The ministries, companies and other bodies that the telegrams and their descriptions name.',
      'place': 'Where telegrams are sent and received, and the places that they and their descriptions name.' }($h:kind)"/>

  <xsl:variable name="h:page" as="xs:string" select="lower-case($h:heading)"/>

  <!-- The initials into which a long list is split, and the one that this page has. -->
  <xsl:variable name="h:parts" as="xs:string*" select="tokenize($edition/ed:edition/@parts)"/>
  <xsl:variable name="h:part" as="xs:string?" select="$edition/ed:edition/@part"/>

  <xsl:function name="h:title" as="xs:string">
    <xsl:sequence select="string-join(($h:heading, $h:part ! h:initial(.)), ', ')"/>
  </xsl:function>

  <xsl:function name="h:initial" as="xs:string">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="ed:capitalised($part)"/>
  </xsl:function>

  <xsl:function name="h:all-parts" as="element()">
    <nav class="periods" aria-label="By initial">
      <ul>
        <li><a href="{$h:page}.html">All</a></li>
        <xsl:sequence select="$h:parts ! h:part-link($h:page || '-' || . || '.html', h:initial(.), . = $h:part)"/>
      </ul>
    </nav>
  </xsl:function>

  <xsl:function name="h:initials" as="element()">
    <xsl:variable name="counts" as="xs:string*" select="tokenize($edition/ed:edition/@counts)"/>
    <section>
      <xsl:sequence select="h:section('by-initial', 'By name')"/>
      <ol class="front">
        <xsl:for-each select="$h:parts">
          <xsl:variable name="place" as="xs:integer" select="position()"/>
          <xsl:sequence select="h:front-row($h:page || '-' || . || '.html', h:initial(.), h:many(xs:integer($counts[$place]), 'name'))"/>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:function>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="h:title()"/>
      <xsl:with-param name="description" select="$h:about-kind"/>
      <xsl:with-param name="here" select="if ($h:part) then '' else $h:page || '.html'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede">
        <h1><xsl:value-of select="h:title()"/></h1>
        <p><xsl:value-of select="$h:about-kind"/></p>
        <xsl:sequence select="$h:part ! h:all-parts()"/>
      </header>
      <xsl:sequence select="
          if ($h:part) then h:group('', 'part', (), h:known-records($h:kind))
          else if (exists($h:parts)) then h:initials()
          else if (h:known-records($h:kind)) then h:groups(h:known-records($h:kind))
          else h:nothing()"/>
    </div>
  </xsl:template>

  <xsl:function name="h:nothing" as="element()">
    <section class="after"><p>There are none in this edition.</p></section>
  </xsl:function>

  <!-- People by side, the sides in the order in which they come to speak; whoever has none comes last. -->
  <xsl:function name="h:groups" as="element()*">
    <xsl:param name="records" as="element()+"/>
    <xsl:variable name="sides" as="xs:string*" select="h:speaking-sides()"/>
    <xsl:for-each-group select="$records" group-by="string(h:side-of(.))">
      <xsl:sort select="(index-of($sides, current-grouping-key()), 1000)[1]" data-type="number"/>
      <xsl:sort select="current-grouping-key() = ''"/>
      <xsl:sort select="current-grouping-key()"/>
      <xsl:sequence select="h:group(current-grouping-key(), 'side-' || position(), $sides, current-group())"/>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="h:speaking-sides" as="xs:string*">
    <xsl:sequence select="
        distinct-values(distinct-values(h:entries()/ed:person[ed:speaks]/@key) ! ed:person($edition, .) ! h:side-of(.))"/>
  </xsl:function>

  <xsl:function name="h:group" as="element()">
    <xsl:param name="side" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="sides" as="xs:string*"/>
    <xsl:param name="records" as="element()+"/>
    <section class="after" aria-labelledby="{$id}">
      <h2 id="{$id}"><xsl:sequence select="h:group-heading($side, $sides)"/></h2>
      <ul class="people">
        <xsl:for-each select="$records">
          <xsl:sort select="ed:sort-name(.)" collation="http://www.w3.org/2013/collation/UCA?lang=en"/>
          <xsl:sequence select="h:item(.)"/>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:function>

  <xsl:function name="h:group-heading" as="item()">
    <xsl:param name="side" as="xs:string"/>
    <xsl:param name="sides" as="xs:string*"/>
    <xsl:sequence select="
        if ($side) then h:cue($side, $sides)
        else if ($h:part) then h:initial($h:part)
        else if ($h:kind = 'person') then 'Without a side at the time'
        else 'By name'"/>
  </xsl:function>

  <xsl:function name="h:item" as="element()">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="known" as="element()+" select="h:appearances($record)"/>
    <li id="{$record/@xml:id}">
      <h3><xsl:sequence select="h:record-link($record)"/></h3>
      <xsl:for-each select="h:side-of($record)[$h:part]"><p class="role"><xsl:value-of select="."/></p></xsl:for-each>
      <xsl:sequence select="$record/occupation ! h:office(.)"/>
      <dl class="where">
        <xsl:sequence select="
            h:where('Speaks', $record, $known[ed:speaks]), h:where('Named', $record, $known[ed:named[h:is-shown(.)]]),
            h:where('Sends', $record, $known[ed:sends]), h:where('Receives', $record, $known[ed:receives]),
            h:where('Translates', $record, $known[ed:translates])"/>
      </dl>
    </li>
  </xsl:function>

  <xsl:function name="h:where" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="record" as="element()"/>
    <xsl:param name="known" as="element()*"/>
    <xsl:variable name="telegrams" as="element()*" select="
        $known[position() le $h:most-telegrams] ! h:in-telegram(.., h:places($label, .)),
        (count($known) - $h:most-telegrams)[. gt 0] ! h:more(., $record)"/>
    <xsl:sequence select="h:row($label, ($telegrams, h:words-of(h:turns-of($record))[. gt 0][$label = 'Speaks'] ! h:words-said(.)))"/>
  </xsl:function>

  <xsl:function name="h:places" as="xs:string*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="known" as="element()"/>
    <xsl:sequence select="
        if ($label = 'Speaks') then $known/ed:speaks/@paragraph
        else if ($label = 'Named') then $known/ed:named/@paragraph
        else ()"/>
  </xsl:function>

  <xsl:function name="h:words-said" as="element()">
    <xsl:param name="words" as="xs:integer"/>
    <span class="measure"><xsl:value-of select="h:many($words, 'word')"/></span>
  </xsl:function>

  <xsl:function name="h:more" as="element()">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="record" as="element()"/>
    <span class="telegram"><a href="{$record/@xml:id}.html">and <xsl:value-of select="h:many($number, 'other telegram')"/></a></span>
  </xsl:function>

</xsl:package>
