<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1" exclude-result-prefixes="r">
  <xsl:import href="oca:score.xsl"/>
  <xsl:import href="part.xsl"/>
  <xsl:template name="look">body { color: black }</xsl:template>
  <xsl:template match="r:result" mode="page"><h1><xsl:call-template name="greeting"/></h1><xsl:apply-templates select="r:overall"/></xsl:template>
</xsl:stylesheet>
