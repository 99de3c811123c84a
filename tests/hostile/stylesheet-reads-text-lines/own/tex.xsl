<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:value-of select="if (unparsed-text-available('file://@SECRET@')) then unparsed-text-lines('file://@SECRET@') else 'none'"/></xsl:template>
</xsl:stylesheet>
