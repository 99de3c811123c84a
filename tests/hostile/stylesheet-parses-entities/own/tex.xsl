<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:variable name="there" select="'file://@SECRET@'"/>
<xsl:template match="/"><xsl:value-of select="parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY x SYSTEM &quot;' || $there || '&quot;&gt;]&gt;&lt;a&gt;&amp;amp;x;&lt;/a&gt;')"/></xsl:template>
</xsl:stylesheet>
