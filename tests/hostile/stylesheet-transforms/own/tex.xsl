<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:value-of select="transform(map{'stylesheet-location': 'file://@SECRET@'})?output"/></xsl:template>
</xsl:stylesheet>
