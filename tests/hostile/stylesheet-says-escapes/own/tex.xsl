<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:message terminate="yes"><xsl:value-of select="codepoints-to-string((155, 50, 74)), codepoints-to-string(8238), 'pwned'"/></xsl:message></xsl:template>
</xsl:stylesheet>
