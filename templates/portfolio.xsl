<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of `oca portfolio`: what was read, how the pairs moved, then every table of the result. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:import href="oca:page.xsl"/>

  <xsl:template name="page-title">Portfolio</xsl:template>

  <xsl:template match="r:result[@kind = 'portfolio']" mode="page">
    <h1>Portfolio</h1>
    <p class="subtitle">
      <xsl:value-of select="w:words('%1 organization; newest document %2', '%1 organizations; newest document %2', r:read/@organizations, r:read/@newest)"/>
    </p>
    <p>
      <xsl:value-of select="r:read/@subject"/><xsl:text> </xsl:text>
      <xsl:value-of select="w:word('Organizations are the unit: how many people answered in each says nothing about how sure a figure of several is.')"/>
    </p>
    <xsl:apply-templates select="r:read"/>
    <xsl:apply-templates select="r:change"/>
    <xsl:apply-templates select="r:pictures"/>
    <xsl:apply-templates select="*[r:column][not(self::r:organizations)]"/>
    <xsl:apply-templates select="r:organizations"/>
  </xsl:template>

  <xsl:template match="r:read">
    <dl class="facts">
      <dt>Files read</dt><dd><xsl:value-of select="@files"/> <span class="plain"><xsl:text> </xsl:text><xsl:value-of select="w:word('(%1 of them neither assessments nor plans)', @passed-over)"/></span></dd>
      <dt>Faulty, left out</dt><dd><xsl:value-of select="@faulty"/></dd>
      <dt>Not shared by consent</dt><dd><xsl:value-of select="@not-shared"/></dd>
    </dl>
  </xsl:template>

  <xsl:template match="r:change">
    <h2>How they moved</h2>
    <dl class="facts">
      <dt>Pairs compared</dt><dd><xsl:value-of select="@pairs"/></dd>
      <dt>Improved</dt><dd><xsl:apply-templates select="r:improved"/></dd>
      <dt>Same</dt><dd><xsl:apply-templates select="r:same"/></dd>
      <dt>Lower than before</dt><dd><xsl:apply-templates select="r:regressed"/></dd>
      <dt>Not comparable</dt><dd><xsl:apply-templates select="r:not-comparable"/></dd>
      <dt>Baseline only</dt><dd><xsl:apply-templates select="r:baseline-only"/></dd>
      <dt>Without baseline</dt><dd><xsl:apply-templates select="r:without-baseline"/></dd>
    </dl>
    <xsl:for-each select="r:line"><p><xsl:value-of select="."/></p></xsl:for-each>
    <p class="note">A share that improved in capacity is not by itself a performance indicator such as CBLD-9.</p>
  </xsl:template>

  <!-- How many, and which while they can be read. -->
  <xsl:template match="r:change/*[@n]">
    <xsl:value-of select="@n"/>
    <xsl:if test="r:organization and count(r:organization) &lt;= 40">
      <span class="plain">
        <xsl:text>: </xsl:text>
        <xsl:for-each select="r:organization"><xsl:if test="position() != 1">, </xsl:if><xsl:value-of select="@id"/></xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- How those stand that were assessed with one rubric. -->
  <xsl:template match="r:pictures">
    <h2><xsl:value-of select="w:word('With the rubric %1', @title)"/></h2>
    <p><xsl:value-of select="w:word('Points of 100; n = %1 at baseline, %2 in the latest round. Figures of different rubrics are never averaged together.', @n-baseline, @n-latest)"/></p>
    <xsl:for-each select="svg:svg">
      <xsl:call-template name="picture">
        <xsl:with-param name="id" select="@id"/>
        <xsl:with-param name="note">
          <xsl:choose>
            <xsl:when test="starts-with(@id, 'points-')"><xsl:value-of select="w:word('How many organizations, by points of 100.')"/></xsl:when>
            <xsl:when test="starts-with(@id, 'stages-')"><xsl:value-of select="w:word('How many organizations, by stage. Provisional: must-haves not answered, or areas without a figure; counted apart, in no stage.')"/></xsl:when>
            <xsl:when test="starts-with(@id, 'moves-')"><xsl:value-of select="w:word('Down: stage at baseline; across: stage in the latest round; framed: those that stayed.')"/></xsl:when>
            <xsl:when test="starts-with(@id, 'boxes-')"><xsl:value-of select="w:word('Line: lowest to highest; box: the middle half, from four organizations on, by quartiles of type 7 (QUARTILE.INC of Excel); bar: median; diamond: mean; n: organizations.')"/></xsl:when>
            <xsl:when test="starts-with(@id, 'heat-')"><xsl:value-of select="w:word('The newest round of each organization, in the order of their ids. Darker is higher; hatched with “–”: too little is answered, or not asked.')"/></xsl:when>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="@left-out"><p class="note"><xsl:value-of select="w:word('The first %1 organizations are drawn; %2 more are in the workbook.', @drawn, @left-out)"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
