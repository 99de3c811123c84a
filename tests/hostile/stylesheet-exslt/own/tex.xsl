<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="http://exslt.org/common" extension-element-prefixes="e">
<xsl:template match="/"><e:document href="file://@SECRET@.out"><x/></e:document></xsl:template>
</xsl:stylesheet>
