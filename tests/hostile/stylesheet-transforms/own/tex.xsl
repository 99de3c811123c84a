<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:variable name="there" select="'file://@SECRET@'"/>
<xsl:template match="/"><xsl:value-of select="transform(map{'stylesheet-location': $there})?output"/></xsl:template>
</xsl:stylesheet>
