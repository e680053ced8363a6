<?xml version="1.0" encoding="UTF-8"?>
<!-- What members are shown in the hall, in letters that the last row can read: `oca score -o wall.html` with the option `wall`. Only
     what the room needs to talk: no ranks, no decimals. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:import href="oca:page.xsl"/>

  <!-- How many lines a part may have, so that it fits the screen and the leaflet one page. -->
  <xsl:variable name="most" select="6"/>

  <xsl:template match="r:result[@kind = 'score']" mode="page">
    <h1><xsl:value-of select="r:organization/@name"/></h1>
    <p class="subtitle"><xsl:value-of select="concat(r:round/@shown, ', ', r:round/@date)"/></p>
    <div class="parts">
      <xsl:call-template name="part">
        <xsl:with-param name="title" select="w:word('What we are good at')"/>
        <xsl:with-param name="items" select="r:strength"/>
        <xsl:with-param name="none" select="w:word('We have not found it yet.')"/>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="title" select="w:word('Where we see it alike')"/>
        <xsl:with-param name="items" select="r:alike"/>
        <xsl:with-param name="none" select="w:word('Nothing was scored by enough of us to say.')"/>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="title" select="w:word('Where we are divided')"/>
        <xsl:with-param name="items" select="r:divided"/>
        <xsl:with-param name="none" select="w:word('Nothing divides us.')"/>
        <xsl:with-param name="strips" select="true()"/>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="title" select="w:word('What many of us do not know')"/>
        <xsl:with-param name="items" select="//r:item[@unknown]"/>
        <xsl:with-param name="none" select="w:word('Everything is known to most of us.')"/>
      </xsl:call-template>
      <xsl:call-template name="part">
        <xsl:with-param name="title" select="w:word('What we said we would do first')"/>
        <xsl:with-param name="items" select="r:first"/>
        <xsl:with-param name="none" select="w:word('We have not chosen yet.')"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="title"/>
    <xsl:param name="items"/>
    <xsl:param name="none"/>
    <xsl:param name="strips" select="false()"/>
    <section>
      <h2><xsl:value-of select="$title"/></h2>
      <xsl:if test="not($items)"><p><xsl:value-of select="$none"/></p></xsl:if>
      <xsl:if test="$items">
        <ul>
          <xsl:for-each select="$items[position() &lt;= $most]">
            <li>
              <xsl:value-of select="@title"/>
              <xsl:if test="$strips"><xsl:apply-templates select="." mode="strip"/></xsl:if>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="count($items) &gt; $most"><p class="more"><xsl:value-of select="w:words('and %1 more', 'and %1 more', count($items) - $most)"/></p></xsl:if>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="r:divided" mode="strip">
    <xsl:copy-of select="//r:item[@id = current()/@item]/svg:svg"/>
  </xsl:template>

  <xsl:template name="look">
    <xsl:call-template name="base-look"/><![CDATA[
html { font-size: 26px; line-height: 1.3; } body { max-width: none; padding: 1rem 2rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin: 0 0 .5rem; } ul { padding-left: 1.2rem; margin: 0; } li { margin: .25rem 0; }
.parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.6rem 2rem; margin-top: 1rem; }
.more { color: var(--soft); margin: .3rem 0 0; } footer { font-size: .6em; } li svg { width: 14rem; max-width: 100%; height: auto; }
@media print { html { font-size: 15pt; } section { break-inside: avoid; } }
]]></xsl:template>
</xsl:stylesheet>
