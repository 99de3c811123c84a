<?xml version="1.0" encoding="UTF-8"?>
<!--
  ISO Schematron (queryBinding xslt3) → an XSLT 3.0 package that finds what the rules forbid.

  Understood: ns, let (of a schema, a pattern, a rule), pattern, rule, assert, report, value-of, name, emph, span,
  diagnostics, and the foreign xsl:key and xsl:function. Anything else stops the compilation: a rule that is
  silently left out would be worse than none.

  The compiled package turns a document into
      <findings><finding code="X08" severity="error" path="/Q{…}TEI[1]/…"><message/><remedy/><related path="…"/></finding>…</findings>
  * code is the assert's id up to its first hyphen, so that one code may be asserted in several ways;
  * severity is its role, or its rule's, else "error";
  * path leads to the assert's or rule's subject if there is one in this place, else to the context node;
  * remedy holds the diagnostics that it names, one after the other;
  * a related leads to each node that its cp:see selects, the other place it speaks of, and holds its cp:says.
  A let of a pattern becomes global, like one of the schema: two of the same name do not compile.
-->
<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:out="urn:cablepress:compiled"
             xmlns:sch="http://purl.oclc.org/dsdl/schematron"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:m="urn:cablepress:mode"
             xmlns:cp="urn:cablepress:rule"
             name="urn:cablepress:transpile" package-version="1.0" version="3.0"
             declared-modes="yes" exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:declaration" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:call" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:check" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:sentence" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>

  <xsl:template match="/" as="element(xsl:package)">
    <xsl:apply-templates select="sch:schema"/>
  </xsl:template>

  <xsl:template match="sch:schema" as="element(xsl:package)">
    <out:package name="urn:cablepress:rules" package-version="1.0" version="3.0" declared-modes="yes"
                 exclude-result-prefixes="#all">
      <xsl:apply-templates select="sch:ns" mode="m:declaration"/>
      <out:output method="xml" encoding="UTF-8"/>
      <out:mode on-no-match="fail" on-multiple-match="fail"/>
      <out:param name="unlikely" select="''"/>
      <out:variable name="left-out" select="tokenize($unlikely)"/>
      <out:template match="/" as="element(findings)">
        <findings>
          <xsl:apply-templates select="sch:pattern" mode="m:call"/>
        </findings>
      </out:template>
      <xsl:apply-templates select="* except sch:ns" mode="m:declaration"/>
    </out:package>
  </xsl:template>


  <!-- Declarations -->

  <xsl:template match="sch:ns" mode="m:declaration" as="namespace-node()">
    <xsl:namespace name="{@prefix}" select="@uri"/>
  </xsl:template>

  <xsl:template match="sch:title | sch:p | sch:diagnostics" mode="m:declaration" as="empty-sequence()"/>

  <xsl:template match="sch:let[@value]" mode="m:declaration m:check" as="element(xsl:variable)">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="xsl:key | xsl:function" mode="m:declaration" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="sch:pattern" mode="m:declaration" as="element()*">
    <xsl:apply-templates select="* except (sch:title, sch:p, sch:rule)" mode="#current"/>
  </xsl:template>


  <!-- Patterns -->

  <!-- The nodes of each rule are selected, not met on a walk through the document: a walk for every pattern takes
       ten times as long. -->
  <xsl:template match="sch:pattern" mode="m:call" as="element()*">
    <xsl:apply-templates select="sch:rule" mode="#current"/>
  </xsl:template>

  <!-- Whoever runs the rules may leave out patterns that they know to find nothing. -->
  <xsl:template match="sch:pattern[@id]" mode="m:call" as="element(xsl:if)" priority="1">
    <out:if test="not($left-out = '{@id}')">
      <xsl:next-match/>
    </out:if>
  </xsl:template>

  <!-- A node is checked by the first rule that matches it. (In a selection current() would not be the node.) -->
  <xsl:template match="sch:rule[@context][not(contains(@context, 'current('))]" mode="m:call" as="element()+">
    <xsl:variable name="earlier" as="xs:string*" select="preceding-sibling::sch:rule ! ('$' || generate-id())"/>
    <out:variable name="{generate-id()}" as="node()*" select="
      {string-join(('(' || string-join(m:selections(@context), ' | ') || ')', $earlier), ' except ')}"/>
    <out:for-each select="${generate-id()}">
      <xsl:apply-templates select="*" mode="m:check"/>
    </out:for-each>
  </xsl:template>

  <!-- What a match pattern matches, as expressions: by XSLT's definition what //(pattern) selects. Saxon is fast
       where every alternative is a path of its own. -->
  <xsl:function name="m:selections" as="xs:string+">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string+" select="
      if (not(matches($context, '\||\sunion\s'))) then $context
      else if (matches($context, '[\[(&quot;'']|\sunion\s')) then '(' || $context || ')'
      else tokenize($context, '\|')"/>
    <xsl:sequence select="$parts ! replace(., '^\s+', '') ! (if (starts-with(., '/')) then . else '//' || .)"/>
  </xsl:function>


  <!-- Checks -->

  <xsl:template match="sch:p" mode="m:check" as="empty-sequence()"/>

  <xsl:template match="sch:assert[@id]" mode="m:check" as="element(xsl:if)">
    <out:if test="not({@test})">
      <xsl:call-template name="finding"/>
    </out:if>
  </xsl:template>

  <xsl:template match="sch:report[@id]" mode="m:check" as="element(xsl:if)">
    <out:if test="{@test}">
      <xsl:call-template name="finding"/>
    </out:if>
  </xsl:template>

  <xsl:template name="finding" as="element(finding)">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="subject" as="xs:string" select="(@subject, ../@subject, '()')[1]"/>
    <finding code="{replace(@id, '-.*', '')}" severity="{(@role, ../@role, 'error')[1]}"
             path="{{path((({$subject}), .)[1])}}">
      <message>
        <xsl:apply-templates mode="m:sentence"/>
      </message>
      <remedy>
        <xsl:apply-templates select="key('diagnostic', tokenize(@diagnostics))" mode="m:sentence"/>
      </remedy>
      <xsl:apply-templates select="@cp:see" mode="m:check"/>
    </finding>
  </xsl:template>


  <!-- The other place: at most three, where the rule knows so many -->
  <xsl:template match="@cp:see" mode="m:check" as="element(xsl:for-each)">
    <out:for-each select="subsequence({.}, 1, 3)">
      <related path="{{path(.)}}"><xsl:value-of select="../@cp:says"/></related>
    </out:for-each>
  </xsl:template>


  <!-- Sentences -->

  <xsl:template match="text()" mode="m:sentence" as="element(xsl:text)">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="m:sentence" as="element(xsl:value-of)">
    <out:value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="sch:name" mode="m:sentence" as="element(xsl:value-of)">
    <out:value-of select="name({(@path, '.')[1]})"/>
  </xsl:template>

  <xsl:template match="sch:emph | sch:span" mode="m:sentence" as="element()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="sch:diagnostic" mode="m:sentence" as="element()*">
    <xsl:apply-templates mode="#current"/>
    <out:text><xsl:text> </xsl:text></out:text>
  </xsl:template>

  <!-- Comments of the rules' author are not for the reader of a finding. -->
  <xsl:template match="comment() | processing-instruction()" mode="m:sentence" as="empty-sequence()"/>

</xsl:package>
