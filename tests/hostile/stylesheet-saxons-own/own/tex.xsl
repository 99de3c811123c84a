<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="http://saxon.sf.net/">
<xsl:variable name="there" select="'file://@SECRET@'"/>
<xsl:template match="/"><xsl:value-of select="s:system-id(), s:read-binary-resource($there)"/></xsl:template>
</xsl:stylesheet>
