<?xml version="1.0" encoding="UTF-8"?>
<!-- The booklet of `oca rubrics ID -o booklet.html`: statements and levels with boxes to tick, one part a page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" exclude-result-prefixes="r w">
  <xsl:import href="oca:page.xsl"/>

  <xsl:template name="page-title"><xsl:value-of select="/r:result/r:rubric/@title"/></xsl:template>

  <xsl:template match="r:result[@kind = 'rubric']" mode="page">
    <h1><xsl:value-of select="r:rubric/@title"/></h1>
    <p class="subtitle"><xsl:value-of select="concat(r:rubric/@id, ' ', r:rubric/@version)"/></p>
    <p>Read each statement and tick what fits today. Nobody writes a name. Who does not know ticks “don't know”.</p>
    <xsl:apply-templates select="r:area"/>
    <p class="note"><xsl:value-of select="r:rubric/r:source"/><xsl:text> </xsl:text><xsl:value-of select="r:rubric/r:licence"/></p>
  </xsl:template>

  <xsl:template match="r:area">
    <section class="area">
      <h2><xsl:value-of select="@title"/></h2>
      <xsl:apply-templates select="r:item"/>
      <xsl:apply-templates select="r:area"/>
    </section>
  </xsl:template>

  <xsl:template match="r:item">
    <section class="question">
      <h3><xsl:value-of select="@title"/></h3>
      <p><xsl:value-of select="r:statement"/></p>
      <xsl:if test="@applies-to != '' or @except != ''">
        <p class="note">
          <xsl:if test="@applies-to != ''"><xsl:value-of select="w:word('Asked only of: %1.', @applies-to)"/><xsl:text> </xsl:text></xsl:if>
          <xsl:if test="@except != ''"><xsl:value-of select="w:word('Not asked of: %1.', @except)"/></xsl:if>
        </p>
      </xsl:if>
      <xsl:if test="r:level/r:criterion"><p class="note">Tick every box that is so today, one by one; if none is, the first.</p></xsl:if>
      <ul class="boxes">
        <xsl:for-each select="r:level">
          <li>
            <!-- The level follows from its criteria, which have boxes of their own. -->
            <xsl:if test="r:criterion"><xsl:attribute name="class">open</xsl:attribute></xsl:if>
            <strong><xsl:value-of select="@value"/><xsl:if test="@label != ''"><xsl:text> </xsl:text><xsl:value-of select="@label"/></xsl:if></strong>
            <xsl:if test="r:text"><xsl:text>: </xsl:text><xsl:value-of select="r:text"/></xsl:if>
            <xsl:if test="r:criterion">
              <ul class="boxes"><xsl:for-each select="r:criterion"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
            </xsl:if>
          </li>
        </xsl:for-each>
        <li>don't know</li>
      </ul>
    </section>
  </xsl:template>

  <xsl:template name="look">
    <xsl:call-template name="base-look"/><![CDATA[
.boxes { list-style: none; padding-left: 1.9rem; } .boxes li { margin: .35rem 0; }
.boxes li::before { content: "\2610"; font-size: 1.3em; line-height: 1; float: left; margin-left: -1.9rem; }
.boxes li.open::before { content: none; }
@media print { .question { break-inside: avoid; } .area { break-before: page; } .area:first-of-type, .area .area { break-before: auto; } html { font-size: 12pt; } }
]]></xsl:template>
</xsl:stylesheet>
