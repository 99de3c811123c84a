<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the edition. Every wording that a reader meets and the cable itself does not
     have is decided here, once; the readings decide only where it stands and what it looks like. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="editorial/redactions.xsl"/>
  <xsl:include href="editorial/extents.xsl"/>
  <xsl:include href="editorial/notes.xsl"/>
  <xsl:include href="editorial/marks.xsl"/>
  <xsl:include href="editorial/numbers.xsl"/>
  <xsl:include href="editorial/names.xsl"/>
  <xsl:include href="editorial/dates.xsl"/>
  <xsl:include href="editorial/states.xsl"/>
  <xsl:include href="editorial/sources.xsl"/>
  <xsl:include href="editorial/relations.xsl"/>
  <xsl:include href="editorial/fields.xsl"/>
  <xsl:include href="editorial/words.xsl"/>
  <xsl:include href="editorial/contexts.xsl"/>
  <xsl:include href="editorial/records.xsl"/>

</xsl:stylesheet>
