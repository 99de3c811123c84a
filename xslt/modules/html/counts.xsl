<?xml version="1.0" encoding="UTF-8"?>
<!-- Redactions → how many there are of each kind, by each authority, and how much they affect. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="h:counts" as="element()">
    <xsl:param name="redactions" as="element(ed:redaction)+"/>
    <section>
      <xsl:sequence select="h:section('counts', 'In numbers')"/>
      <div class="scroll" role="group" aria-label="Redactions by kind" tabindex="0">
        <table>
          <thead>
            <tr><th scope="col">Kind</th><th scope="col" class="figure">Redactions</th><th scope="col" class="figure">Telegrams</th><th scope="col">Extent</th></tr>
          </thead>
          <tbody>
            <xsl:for-each-group select="$redactions" group-by="ed:kind-words(.)">
              <xsl:sort select="count(current-group())" order="descending"/>
              <xsl:sort select="current-grouping-key()"/>
              <tr>
                <th scope="row"><xsl:value-of select="ed:capitalised(current-grouping-key())"/></th>
                <td class="figure"><xsl:value-of select="format-integer(count(current-group()), '#,##0')"/></td>
                <td class="figure"><xsl:value-of select="format-integer(count(current-group()/..), '#,##0')"/></td>
                <td><xsl:value-of select="h:extent(current-group())"/></td>
              </tr>
            </xsl:for-each-group>
          </tbody>
        </table>
      </div>
      <dl class="facts">
        <xsl:sequence select="h:row('Authority', h:authorities($redactions)), h:row('Words affected', h:affected($redactions) ! h:sentence(.))"/>
      </dl>
    </section>
  </xsl:function>

  <!-- What is measured adds up: 3 lines and 2 lines are 5; with at least 2 words more, or an unknown number, at least so many.
       Of names and the like it says something only where more than one is taken out at once. -->
  <xsl:function name="h:extent" as="xs:string">
    <xsl:param name="redactions" as="element(ed:redaction)+"/>
    <xsl:variable name="least" as="xs:double" select="sum($redactions/(@quantity, @atLeast)[1] ! number(.))"/>
    <xsl:variable name="open" as="xs:string" select="if ($redactions[empty(@quantity)]) then 'at least ' else ''"/>
    <xsl:variable name="unit" as="xs:string" select="replace($redactions[1]/@unit, 'document', 'telegram')"/>
    <xsl:sequence select="
        if (every $redaction in $redactions satisfies $redaction/@quantity = '1' and not($redaction/@unit = $ed:measuring-units))
        then 'one each'
        else if ($least gt 0) then $open || ed:counted(string($least), $unit) else 'unknown'"/>
  </xsl:function>

  <xsl:function name="h:authorities" as="element()+">
    <xsl:param name="redactions" as="element(ed:redaction)+"/>
    <xsl:for-each-group select="$redactions" group-by="string((@authority, 'Nobody is named')[1])">
      <xsl:sort select="count(current-group())" order="descending"/>
      <xsl:sort select="current-grouping-key()"/>
      <p><xsl:value-of select="current-grouping-key() || ': ' || format-integer(count(current-group()), '#,##0')"/></p>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Words that were taken out, where a source counts them; and the words of the paragraphs from which something was. -->
  <xsl:function name="h:affected" as="xs:string+">
    <xsl:param name="redactions" as="element(ed:redaction)+"/>
    <xsl:variable name="gone" as="element(ed:redaction)*" select="$redactions[@unit = 'word'][@quantity | @atLeast]"/>
    <xsl:variable name="paragraphs" as="element(ed:redaction)*" select="$redactions[@among][not(@paragraph = preceding-sibling::ed:redaction/@paragraph)]"/>
    <xsl:sequence select="
        if ($gone) then ed:capitalised(h:extent($gone)) || ' taken out.' else 'No source counts the words that were taken out.',
        if ($paragraphs) then
          'Paragraphs with a redaction: ' || format-integer(count($paragraphs), '#,##0') || ', of which '
          || h:many(xs:integer(sum($paragraphs/@among ! xs:integer(.))), 'word') || ' can be read.'
        else 'No paragraph of a text has a redaction.'"/>
  </xsl:function>

  <xsl:function name="h:sentence" as="element()">
    <xsl:param name="words" as="xs:string"/>
    <p><xsl:value-of select="$words"/></p>
  </xsl:function>

</xsl:stylesheet>
