<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of `oca track` of a folder: the plans of a programme, who needs a visit first on top. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:import href="oca:page.xsl"/>

  <xsl:template name="page-title"><xsl:value-of select="w:word('Plans on %1', /r:result/r:programme/@date)"/></xsl:template>

  <xsl:template match="r:result[@kind = 'programme']" mode="page">
    <h1><xsl:value-of select="w:word('Plans on %1', r:programme/@date)"/></h1>
    <xsl:apply-templates select="r:programme"/>
    <xsl:apply-templates select="r:pictures"/>
    <xsl:apply-templates select="*[r:column]"/>
  </xsl:template>

  <xsl:template match="r:programme">
    <dl class="facts">
      <dt>Plans</dt><dd><xsl:value-of select="@plans"/></dd>
      <dt>Actions overdue</dt><dd><xsl:value-of select="@overdue"/></dd>
      <dt>Actions blocked</dt><dd><xsl:value-of select="@blocked"/></dd>
      <dt>Older copies left out</dt><dd><xsl:value-of select="@superseded"/></dd>
      <dt>Could not be read</dt><dd><xsl:value-of select="@faulty"/></dd>
    </dl>
    <p class="note">Doing an action changes no score: only a reassessment does.</p>
  </xsl:template>

  <xsl:template match="r:pictures">
    <xsl:if test="svg:svg">
      <h2>Who needs a visit first</h2>
      <p>Most overdue and blocked actions first, then what lies furthest behind the work planned by now, then who was not visited for longest.</p>
    </xsl:if>
    <xsl:for-each select="svg:svg">
      <xsl:call-template name="picture">
        <xsl:with-param name="id" select="@id"/>
        <xsl:with-param name="note">
          <xsl:choose>
            <xsl:when test="starts-with(@id, 'progress-')"><xsl:value-of select="w:word('Percent of the weeks of work first planned; what was dropped counts as not done.')"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="w:word('How many actions; plans without any are left out.')"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="@left-out"><p class="note"><xsl:value-of select="w:word('The first %1 are drawn; %2 more stand in the table.', @drawn, @left-out)"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
