<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of the search page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The script takes it away: it stays as well where a script cannot be read. -->
  <xsl:function name="h:without-script" as="element()">
    <p id="instead" class="instead">Searching needs JavaScript, which does not run here. Without it, open a telegram from <a href="index.html">the
      list</a> and use your browser’s own “Find in page”, or look up a person under <a href="people.html">People</a>, which leads to every paragraph.</p>
  </xsl:function>

  <!-- Shown by the script, which also sends nothing anywhere. What it says stands here; {} is filled. -->
  <xsl:function name="h:search-form" as="element()">
    <form id="search" class="search" role="search" hidden="hidden"
        data-number="No. {{}}" data-paragraph=", ¶ {{}}" data-note=", note {{}}"
        data-none="Nothing was found. Try fewer or shorter words, or fewer filters."
        data-one="1 passage was found." data-many="{{}} passages were found." data-shown="The first {{}} are shown."
        data-sofar="Found so far: {{}}. Of the {{}} passages that have all these words, {{}} were looked through."
        data-most="No passage has all the words; these have most of them."
        data-begins="“{{}}” was not found; words that begin with “{{}}” were."
        data-partly="More words begin with “{{}}” than can be looked up at once; these are not all of them."
        data-common="Left out, since so many passages have them: {{}}."
        data-failed="The index could not be read: {{}}. It belongs beside this page; copy the folder “search” with it.">
      <p class="ask">
        <label for="q">Words</label>
        <input type="search" id="q" name="q" autocomplete="off" spellcheck="false"/>
        <button type="submit">Search</button>
      </p>
      <details id="narrow">
        <summary>Only some passages</summary>
        <div class="narrow"><xsl:sequence select="h:person-field(), h:state-field(), h:date-fields()"/></div>
      </details>
    </form>
  </xsl:function>

  <xsl:function name="h:hits" as="element()+">
    <p id="found" class="found" role="status"></p>
    <ol id="hits" class="hits"></ol>
    <p class="more"><button type="button" id="more" hidden="hidden">Show more</button></p>
  </xsl:function>

  <!-- The people, who may be thousands, come from the index when somebody is chosen. -->
  <xsl:function name="h:person-field" as="element()+">
    <p>
      <label for="person">Person</label>
      <select id="person" name="person">
        <option value="">anybody</option>
      </select>
    </p>
    <p>
      <label for="as">Who</label>
      <select id="as" name="as">
        <option value="">speaks or is named</option>
        <option value="speaks">speaks</option>
        <option value="named">is named</option>
      </select>
    </p>
  </xsl:function>

  <xsl:function name="h:date-fields" as="element()+">
    <xsl:variable name="days" as="xs:string*" select="distinct-values($edition/ed:edition/(@first, @last) ! string())"/>
    <xsl:sequence select="h:date-field('from', 'Not before'), h:date-field('to', 'Not after')"/>
    <p class="hint" id="dates">A year, a month or a day: 1994, 1994-02 or 1994-02-12.
      <xsl:if test="exists($days)">The telegrams are of <xsl:value-of select="$days" separator=" to "/>.</xsl:if></p>
  </xsl:function>

  <xsl:function name="h:date-field" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <p>
      <label for="{$name}"><xsl:value-of select="$label"/></label>
      <input id="{$name}" name="{$name}" inputmode="numeric" autocomplete="off" size="10"
          pattern="\d{{4}}(-\d\d(-\d\d)?)?" aria-describedby="dates"/>
    </p>
  </xsl:function>

  <xsl:function name="h:state-field" as="element()">
    <p>
      <label for="state">Telegrams</label>
      <select id="state" name="state">
        <option value="">all</option>
        <xsl:for-each select="'full', 'described', 'withheld'">
          <option value="{.}"><xsl:value-of select="ed:state-word(.)"/></option>
        </xsl:for-each>
      </select>
    </p>
  </xsl:function>

</xsl:stylesheet>
