<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="http://saxon.sf.net/">
<xsl:template match="/"><xsl:value-of select="s:system-id(), s:read-binary-resource('file://@SECRET@')"/></xsl:template>
</xsl:stylesheet>
