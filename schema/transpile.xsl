<?xml version="1.0" encoding="UTF-8"?>
<!--
  ISO Schematron (queryBinding xslt3) → an XSLT 3.0 package that finds what the rules forbid.

  Understood: ns, let (of a schema, a pattern, a rule), pattern, rule, assert, report, value-of, name, emph, span,
  diagnostics, and the foreign xsl:key and xsl:function. Anything else stops the compilation: a rule that is
  silently left out would be worse than none.

  The compiled package turns a document into
      <findings><finding code="X08" severity="error" path="/Q{…}TEI[1]/…"><message/><remedy/></finding>…</findings>
  * code is the assert's id up to its first hyphen, so that one code may be asserted in several ways;
  * severity is its role, or its rule's, else "error";
  * path leads to the assert's or rule's subject if there is one in this place, else to the context node;
  * remedy holds the diagnostics that it names, one after the other.
  A let of a pattern becomes global, like one of the schema: two of the same name do not compile.
-->
<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:out="urn:cablepress:compiled"
             xmlns:sch="http://purl.oclc.org/dsdl/schematron"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:m="urn:cablepress:mode"
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

  <!-- A pattern is a mode: one walk through the document, in which the first rule that matches a node has it. -->
  <xsl:template match="sch:pattern" mode="m:declaration" as="element()+">
    <xsl:apply-templates select="sch:let" mode="#current"/>
    <out:mode name="{generate-id()}" on-no-match="shallow-skip" on-multiple-match="fail"/>
    <xsl:apply-templates select="* except sch:let" mode="#current"/>
  </xsl:template>

  <xsl:template match="sch:pattern" mode="m:call" as="element(xsl:apply-templates)">
    <out:apply-templates select="." mode="{generate-id()}"/>
  </xsl:template>

  <xsl:template match="sch:rule[@context]" mode="m:declaration" as="element(xsl:template)">
    <out:template match="{@context}" mode="{generate-id(..)}" priority="{count(following-sibling::sch:rule) + 1}"
                  as="element(finding)*">
      <xsl:apply-templates mode="m:check" select="*"/>
      <out:apply-templates select="@* | node()" mode="#current"/>
    </out:template>
  </xsl:template>


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
    </finding>
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
