<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="http://expath.org/ns/file">
<xsl:template match="/"><xsl:value-of select="f:read-text('@SECRET@')"/></xsl:template>
</xsl:stylesheet>
