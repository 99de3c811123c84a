<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:variable name="there" select="'file://@SECRET@'"/>
<xsl:template match="/"><xsl:result-document href="{$there}.out"><x/></xsl:result-document></xsl:template>
</xsl:stylesheet>
