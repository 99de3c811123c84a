<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><xsl:result-document href="index.html"><script>pwned</script></xsl:result-document></xsl:template>
</xsl:stylesheet>
