<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:value-of select="static-base-uri(), base-uri(/), document-uri(/), resolve-uri('x')"/></xsl:template>
</xsl:stylesheet>
