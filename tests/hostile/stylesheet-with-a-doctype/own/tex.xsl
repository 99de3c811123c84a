<!DOCTYPE x [<!ENTITY e SYSTEM "file://@SECRET@">]>
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/">&e;</xsl:template>
</xsl:stylesheet>
