<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output encoding="utf-16"/><xsl:template match="/"><x>é</x></xsl:template>
</xsl:stylesheet>
