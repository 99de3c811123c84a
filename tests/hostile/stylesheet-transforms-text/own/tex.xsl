<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:variable name="there" select="'file://@SECRET@'"/>
<xsl:template match="/"><xsl:value-of select="transform(map{'stylesheet-text': '&lt;x xmlns:xsl=&quot;http://www.w3.org/1999/XSL/Transform&quot; xsl:version=&quot;3.0&quot;&gt;&lt;xsl:value-of select=&quot;unparsed-text(&amp;apos;' || $there || '&amp;apos;)&quot;/&gt;&lt;/x&gt;', 'source-node': /})?output"/></xsl:template>
</xsl:stylesheet>
