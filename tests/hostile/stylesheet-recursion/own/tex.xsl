<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/" name="r">a<xsl:call-template name="r"/>b</xsl:template>
</xsl:stylesheet>
