<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables, which may stand on their own or in a paragraph. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- In the copy that stands in a line of the other view, a list runs on. -->
  <xsl:template match="list" mode="m:inline" as="item()*">
    <xsl:param name="copy" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:sequence select="if ($copy) then h:run-on(.) else h:list(.)"/>
  </xsl:template>

  <xsl:function name="h:run-on" as="item()*">
    <xsl:param name="list" as="element(list)"/>
    <xsl:for-each select="$list/*">
      <xsl:value-of select="preceding-sibling::*[1] ! (if (self::item) then '; ' else ' ')"/>
      <xsl:apply-templates mode="m:inline"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="h:list" as="element()*">
    <xsl:param name="list" as="element(list)"/>
    <xsl:for-each select="$list/head"><p class="list-head"><xsl:apply-templates mode="m:inline"/></p></xsl:for-each>
    <ul class="list{' labelled'[$list/label]}"><xsl:apply-templates select="$list/(* except (head, label))" mode="m:inline"/></ul>
  </xsl:function>

  <xsl:template match="item" mode="m:inline" as="element()">
    <li>
      <xsl:apply-templates select="preceding-sibling::*[1]/self::label" mode="m:inline"/>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="m:inline"/>
    </li>
  </xsl:template>

  <xsl:template match="item/p | cell/p" mode="m:inline" as="element()" priority="1">
    <xsl:variable name="number" as="xs:integer" select="ed:paragraph-number(.)"/>
    <p id="p{$number}"><xsl:sequence select="h:permalink($number)"/><xsl:apply-templates mode="m:inline"/></p>
  </xsl:template>

  <!-- A wide table scrolls by itself, also from the keyboard. -->
  <xsl:template match="table" mode="m:inline" as="element()">
    <div class="scroll" role="group" aria-label="Table" tabindex="0">
      <table><xsl:apply-templates select="*" mode="m:inline"/></table>
    </div>
  </xsl:template>

  <xsl:template match="table/head" mode="m:inline" as="element()">
    <caption><xsl:apply-templates mode="m:inline"/></caption>
  </xsl:template>

  <xsl:template match="row" mode="m:inline" as="element()">
    <tr><xsl:apply-templates select="*" mode="m:inline"/></tr>
  </xsl:template>

  <xsl:template match="cell" mode="m:inline" as="element()">
    <td><xsl:sequence select="h:spans(.)"/><xsl:apply-templates mode="m:inline"/></td>
  </xsl:template>

  <xsl:template match="row[@role = 'label']/cell | cell[@role = 'label']" mode="m:inline" as="element()" priority="1">
    <th scope="{if (@role = 'label') then 'row' else 'col'}">
      <xsl:sequence select="h:spans(.)"/><xsl:apply-templates mode="m:inline"/>
    </th>
  </xsl:template>

  <xsl:function name="h:spans" as="attribute()*">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:for-each select="$cell/@cols"><xsl:attribute name="colspan" select="."/></xsl:for-each>
    <xsl:for-each select="$cell/@rows"><xsl:attribute name="rowspan" select="."/></xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
