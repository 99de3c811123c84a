<?xml version="1.0" encoding="UTF-8"?>
<!-- A cable, the edition it stands in, the hash of its file → ed:reference: what every manner of citing it is made from.

     A quotation must say which text it quotes. The hash of all sources changes whenever any telegram does, and pages that
     named it would all have to be made anew; so a telegram is cited by the SHA-256 of its own TEI file, which changes when
     its own text does. Whoever has that file can check it. The hash of all sources stands where the whole edition is cited. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:cablepress:editorial"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:function name="ed:reference" as="element(ed:reference)">
    <xsl:param name="cable" as="element(TEI)"/>
    <xsl:param name="edition" as="document-node()?"/>
    <xsl:param name="digest" as="xs:string"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$cable/teiHeader/fileDesc"/>
    <xsl:variable name="at" as="element(msIdentifier)?" select="($file/sourceDesc//msIdentifier)[1]"/>
    <ed:reference stem="{$cable/@xml:id}" title="{ed:one-line(ed:title($cable))}" language="{($cable/@xml:lang, 'en')[1]}">
      <xsl:sequence select="
          ed:fact('number', ed:number($cable)), ed:fact('short', ed:short-title($cable)), ed:fact('text', $digest),
          ed:fact('archive', $at/repository), ed:fact('location', ed:location($at)),
          ed:fact('source', $file/sourceDesc/bibl[1]/publisher[1]),
          ed:cable-date($cable) ! (ed:fact('day', ed:known-day(.)), ed:fact('dated', ed:date-words(.)))"/>
      <xsl:sequence select="ed:edition-facts($edition/ed:edition/ed:about/TEI/teiHeader/fileDesc)"/>
      <xsl:sequence select="($file/titleStmt/author ! (*, .[empty(*)])) ! ed:cited-name('author', ., $edition)"/>
      <xsl:sequence select="ed:translating($file) ! ed:cited-name('translator', ., $edition)"/>
    </ed:reference>
  </xsl:function>

  <!-- What is not known has no attribute; what is known is on one line, whatever separates lines in the file. -->
  <xsl:function name="ed:fact" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:if test="ed:one-line(string($value))">
      <xsl:attribute name="{$name}" select="ed:one-line(string($value))"/>
    </xsl:if>
  </xsl:function>

  <!-- Readers of RIS and BibTeX take U+0085 and U+2028 for line ends too, with which a field would end. -->
  <xsl:function name="ed:one-line" as="xs:string" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="normalize-space(translate($words, '&#x85;&#x2028;&#x2029;', '   '))"/>
  </xsl:function>

  <xsl:function name="ed:edition-facts" as="attribute()*">
    <xsl:param name="file" as="element(fileDesc)?"/>
    <xsl:sequence select="
        ed:fact('edition', $file/titleStmt/(title[@type = 'main'], title)[1]),
        ed:fact('version', $file/editionStmt/edition[1] ! (@n, replace(normalize-space(), '^version\s+', '', 'i'))[1]),
        ed:fact('issuer', $file/publicationStmt/authority[1])"/>
  </xsl:function>

  <!-- "Telegrams received, File No. 1978-0001". -->
  <xsl:function name="ed:location" as="xs:string?">
    <xsl:param name="at" as="element(msIdentifier)?"/>
    <xsl:sequence select="
        string-join(($at/collection ! normalize-space(), $at/idno ! (ed:file-number() || normalize-space()))[.], ', ')[.]"/>
  </xsl:function>

  <!-- A day, a month or a year that is known; nothing for a range, or where the year is hidden. -->
  <xsl:function name="ed:known-day" as="xs:string?">
    <xsl:param name="date" as="element(date)"/>
    <xsl:sequence select="$date/@when[matches(., '^\d{4}(-\d\d(-\d\d)?)?(T.*)?$')] ! substring-before(. || 'T', 'T')"/>
  </xsl:function>

  <!-- Whoever signs the translator's notes, or is said to have translated. -->
  <xsl:function name="ed:translating" as="element()*" visibility="public">
    <xsl:param name="file" as="element(fileDesc)"/>
    <xsl:sequence select="
        $file/titleStmt/respStmt[@xml:id = 'tr' or matches(resp, 'translat', 'i')]/(persName | orgName | name)"/>
  </xsl:function>

  <!-- A person whose record parts the name is cited by its parts; anybody else by the words of the header. -->
  <xsl:function name="ed:cited-name" as="element()?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="name" as="element()"/>
    <xsl:param name="edition" as="document-node()?"/>
    <xsl:variable name="record" as="element(person)?"
        select="$edition ! ed:record(., string($name/@ref))[self::person][ed:name(.)[surname][forename]]"/>
    <xsl:if test="normalize-space($name)">
      <xsl:element name="ed:{$role}">
        <xsl:sequence select="
            ed:fact('words', if ($record) then ed:display-name($record) else $name),
            ed:fact('kind', if ($name/self::orgName) then 'Organization' else 'Person'),
            ed:fact('family', $record ! string-join(ed:name(.)/surname ! normalize-space(), ' ')),
            ed:fact('given', $record ! string-join(ed:name(.)/forename ! normalize-space(), ' '))"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <!-- "Hosokawa, Morihiro", for lists and for reference managers. -->
  <xsl:function name="ed:name-in-list" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="string-join(if ($name/@family) then ($name/@family, $name/@given) else $name/@words, ', ')"/>
  </xsl:function>

</xsl:stylesheet>
