<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/" expand-text="yes"><x>{current-date()}</x></xsl:template>
</xsl:stylesheet>
