<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:value-of select="available-environment-variables(), environment-variable('HOME'), environment-variable('CABLEPRESS_CANARY')"/></xsl:template>
</xsl:stylesheet>
