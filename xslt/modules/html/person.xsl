<?xml version="1.0" encoding="UTF-8"?>
<!-- A person of the authority file → the entry on the people page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:m="urn:cablepress:mode"
    xmlns:ed="urn:cablepress:editorial"
    xmlns:h="urn:cablepress:html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The people whom some telegram knows. -->
  <xsl:function name="h:known-people" as="element()*">
    <xsl:sequence select="
        $edition/ed:edition/ed:authority//(person | personGrp)[key('h:appearances', substring-after(@xml:id, 'person-'), $edition)]"/>
  </xsl:function>

  <xsl:function name="h:appearances" as="element(ed:person)*">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="key('h:appearances', substring-after($person/@xml:id, 'person-'), root($person))"/>
  </xsl:function>

  <!-- The side on the day of the first telegram that knows the person. -->
  <xsl:function name="h:side-of" as="xs:string?">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="ed:side($person, h:appearances($person)[1]/../@date) ! ed:display-name(.)"/>
  </xsl:function>

  <xsl:function name="h:speaking-sides" as="xs:string*">
    <xsl:sequence select="
        distinct-values(distinct-values(h:entries()/ed:person[ed:speaks]/@key) ! ed:person($edition, .) ! h:side-of(.))"/>
  </xsl:function>

  <xsl:function name="h:person" as="element()">
    <xsl:param name="person" as="element()"/>
    <xsl:variable name="known" as="element(ed:person)+" select="h:appearances($person)"/>
    <li id="{$person/@xml:id}">
      <h3><xsl:value-of select="ed:display-name($person)"/></h3>
      <xsl:sequence select="$person/occupation ! h:office(.)"/>
      <dl class="where">
        <xsl:sequence select="
            h:row('Speaks', $known[ed:speaks] ! h:in-telegram(.., ed:speaks/@paragraph)),
            h:row('Named', $known[ed:named[h:is-shown(.)]] ! h:in-telegram(.., ed:named/@paragraph)),
            h:row('Sends', $known[ed:sends] ! h:in-telegram(.., ())),
            h:row('Receives', $known[ed:receives] ! h:in-telegram(.., ())),
            h:row('Translates', $known[ed:translates] ! h:in-telegram(.., ()))"/>
      </dl>
    </li>
  </xsl:function>

  <!-- A name that stands in no paragraph counts when nothing else tells that the person belongs to the telegram. -->
  <xsl:function name="h:is-shown" as="xs:boolean">
    <xsl:param name="named" as="element(ed:named)"/>
    <xsl:sequence select="$named/@paragraph != '' or empty($named/../(ed:sends | ed:receives | ed:translates))"/>
  </xsl:function>

  <!-- An office and its time, as far as it is known. -->
  <xsl:function name="h:office" as="element()">
    <xsl:param name="office" as="element(occupation)"/>
    <xsl:variable name="time" as="xs:string?" select="
        if ($office/@from and $office/@to) then ed:long-date($office/@from || '/' || $office/@to)
        else if ($office/@from) then 'from ' || ed:long-date($office/@from)
        else $office/@to ! ('until ' || ed:long-date(.))"/>
    <p class="role">
      <xsl:value-of select="normalize-space($office)"/>
      <xsl:for-each select="$time"><span class="time"><xsl:value-of select="', ' || ."/></span></xsl:for-each>
    </p>
  </xsl:function>

  <xsl:function name="h:in-telegram" as="element()">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="paragraphs" as="xs:string*"/>
    <span class="telegram">
      <a href="{$entry/@stem}.html"><xsl:value-of select="h:entry-name($entry)"/></a>
      <xsl:sequence select="h:paragraph-links($paragraphs, $entry/@stem || '.html')"/>
      <xsl:text> </xsl:text>
    </span>
  </xsl:function>

</xsl:stylesheet>
