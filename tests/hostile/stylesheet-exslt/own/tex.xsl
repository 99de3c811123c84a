<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:e="http://exslt.org/common" extension-element-prefixes="e">
<xsl:variable name="there" select="'file://@SECRET@'"/>
<xsl:template match="/"><e:document href="{$there}.out"><x/></e:document></xsl:template>
</xsl:stylesheet>
