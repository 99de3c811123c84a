<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:variable name="there" select="'file://@SECRET@'"/>
<xsl:template match="/"><xsl:merge><xsl:merge-source for-each-source="$there" select="/*"><xsl:merge-key select="1"/></xsl:merge-source><xsl:merge-action><x/></xsl:merge-action></xsl:merge></xsl:template>
</xsl:stylesheet>
