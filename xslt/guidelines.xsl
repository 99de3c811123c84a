<?xml version="1.0" encoding="UTF-8"?>
<!-- The grammar, with examples from the cases, and the edition's title → guidelines.html: how the telegrams are encoded. -->
<xsl:package version="3.0" name="urn:cablepress:guidelines" package-version="1.0"
    declared-modes="yes" default-mode="m:page"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xmlns:g="urn:cablepress:guide"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/html/frame.xsl"/>
  <xsl:include href="modules/html/edition.xsl"/>
  <xsl:include href="modules/guide/grammar.xsl"/>
  <xsl:include href="modules/guide/content.xsl"/>

  <xsl:mode name="m:page" visibility="public" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="g:mistake" match="g:mistake" use="@code"/>
  <xsl:key name="g:example" match="g:example" use="@element"/>

  <xsl:variable name="h:summary" as="xs:string">Every element that the encoding of the telegrams uses: what it means, where it stands, what it holds, with an example; and every mistake that is looked for.</xsl:variable>

  <xsl:variable name="h:names" as="xs:string*" select="sort(distinct-values($guide//rng:element/@name), (), lower-case#1)"/>

  <xsl:template match="/" mode="m:page" as="element()">
    <xsl:call-template name="h:frame">
      <xsl:with-param name="title" select="'Encoding guidelines'"/>
      <xsl:with-param name="description" select="$h:summary"/>
      <xsl:with-param name="here" select="'guidelines.html'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="/" mode="m:main" as="element()">
    <div class="folio">
      <header class="lede">
        <h1>Encoding guidelines</h1>
        <p><xsl:value-of select="$h:summary"/></p>
      </header>
      <section>
        <xsl:sequence select="h:section('names', h:counted-names())"/>
        <ul class="alphabet"><xsl:sequence select="$h:names ! h:entry-in-list(.)"/></ul>
      </section>
      <section>
        <xsl:sequence select="h:section('elements', 'Each element')"/>
        <p class="hint">In what an element holds, <q>?</q> marks what may be missing, <q>+</q> what may be repeated, <q>*</q> both; <q>|</q> stands between alternatives, a comma between what follows one another.</p>
        <xsl:sequence select="$h:names ! h:element(.)"/>
      </section>
      <section>
        <xsl:sequence select="h:section('groups', 'Groups of elements')"/>
        <p class="hint">What many elements may hold, under the name by which they say so.</p>
        <dl class="facts"><xsl:sequence select="$guide//rng:define[g:is-group(.)] ! h:group(.)"/></dl>
      </section>
      <section>
        <xsl:sequence select="h:section('codes', 'What is checked')"/>
        <dl class="facts"><xsl:sequence select="$guide//g:code ! h:code(.)"/></dl>
      </section>
    </div>
  </xsl:template>

  <xsl:function name="h:counted-names" as="xs:string">
    <xsl:sequence select="count($h:names) || ' elements'"/>
  </xsl:function>

  <xsl:function name="h:entry-in-list" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <li><xsl:sequence select="h:to-element($name)"/></li>
  </xsl:function>

  <xsl:function name="h:to-element" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <a href="#el-{$name}"><xsl:value-of select="$name"/></a>
  </xsl:function>

  <xsl:function name="h:to-named" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="if (starts-with($name, 'group:')) then h:to-group(substring-after($name, ':')) else h:to-element($name)"/>
  </xsl:function>

  <xsl:function name="h:to-group" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <a class="group" href="#group-{$name}"><xsl:value-of select="$name"/></a>
  </xsl:function>

  <xsl:function name="h:group" as="element()">
    <xsl:param name="defined" as="element(rng:define)"/>
    <div id="group-{$defined/@name}">
      <dt><xsl:value-of select="$defined/@name"/></dt>
      <dd><xsl:sequence select="h:linked(g:in-sequence($defined/rng:*, ', '))"/></dd>
    </div>
  </xsl:function>

  <!-- An element that is declared differently in different places has a part for each; where most may put it comes first. -->
  <xsl:function name="h:element" as="element()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="declared" as="element(rng:element)+" select="$guide//rng:element[@name = $name]"/>
    <div class="element" id="el-{$name}">
      <h3><code><xsl:value-of select="$name"/></code></h3>
      <xsl:for-each select="sort($declared, (), function($each) { -count(g:parents($each)) })">
        <p><xsl:value-of select="g:meaning(.)"/></p>
        <dl class="facts"><xsl:sequence select="h:facts(.)"/></dl>
      </xsl:for-each>
      <xsl:sequence select="key('g:example', $name, $guide) ! h:example(.)"/>
    </div>
  </xsl:function>

  <xsl:function name="h:facts" as="element()*">
    <xsl:param name="element" as="element(rng:element)"/>
    <xsl:sequence select="
        h:row('Stands in', h:listed(g:parents($element))),
        h:row('Holds', h:linked(g:content($element)))"/>
    <xsl:for-each-group select="g:attributes($element)" group-by="@name">
      <xsl:sequence select="h:row(
          '@' || current-grouping-key(),
          h:attribute(current-group(), g:is-required($element, current-grouping-key())))"/>
    </xsl:for-each-group>
    <xsl:sequence select="h:row('Mistakes', h:codes(g:codes($element)))"/>
  </xsl:function>

  <xsl:function name="h:codes" as="node()*">
    <xsl:param name="codes" as="xs:string*"/>
    <xsl:for-each select="$codes">
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <a href="#code-{.}"><xsl:value-of select="."/></a>
    </xsl:for-each>
  </xsl:function>

  <!-- "Required. Who speaks: keys of people. Takes the key of a person." -->
  <xsl:function name="h:attribute" as="text()">
    <xsl:param name="same" as="element(rng:attribute)+"/>
    <xsl:param name="is-required" as="xs:boolean"/>
    <xsl:variable name="meanings" as="xs:string+" select="$same ! (g:meaning(.) || ' Takes ' || g:takes(.) || '.')"/>
    <xsl:value-of select="('Required.'[$is-required], distinct-values($meanings))" separator=" "/>
  </xsl:function>

  <xsl:function name="h:listed" as="node()+">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:if test="empty($names)">
      <xsl:text>nothing: it is the root of a file</xsl:text>
    </xsl:if>
    <xsl:for-each select="$names">
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:sequence select="h:to-element(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:linked" as="node()+">
    <xsl:param name="content" as="xs:string"/>
    <xsl:if test="not($content)"><xsl:text>nothing</xsl:text></xsl:if>
    <xsl:analyze-string select="$content" regex="‹([^›]*)›">
      <xsl:matching-substring><xsl:sequence select="h:to-named(regex-group(1))"/></xsl:matching-substring>
      <xsl:non-matching-substring><xsl:value-of select="."/></xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- A code says what it demands, and shows a mistake with what is said of it. -->
  <xsl:function name="h:code" as="element()">
    <xsl:param name="code" as="element(g:code)"/>
    <div id="code-{$code/@name}">
      <dt><xsl:value-of select="$code/@name"/></dt>
      <dd>
        <p><xsl:value-of select="$code"/></p>
        <xsl:sequence select="key('g:mistake', $code/@name, $guide) ! h:mistake(.)"/>
      </dd>
    </div>
  </xsl:function>

  <xsl:function name="h:mistake" as="element()+">
    <xsl:param name="mistake" as="element(g:mistake)"/>
    <p class="wrong"><xsl:value-of select="$mistake/@says"/></p>
    <xsl:for-each select="$mistake[g:wrong]">
      <pre class="example"><code><xsl:value-of select="g:before"/><mark><xsl:value-of select="g:wrong"/></mark><xsl:value-of select="g:after"/></code></pre>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:example" as="element()">
    <xsl:param name="example" as="element()"/>
    <pre class="example"><code><xsl:value-of select="$example"/></code></pre>
  </xsl:function>

</xsl:package>
