<?xml version="1.0" encoding="UTF-8"?>
<!-- The wall as a leaflet that members take home: one page of A4, with room for what they want to remember. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1" exclude-result-prefixes="r">
  <xsl:import href="oca:wall.xsl"/>

  <xsl:variable name="most" select="5"/>

  <xsl:template name="look">
    <xsl:call-template name="base-look"/><![CDATA[
html { font-size: 17px; } h2 { font-size: 1.1rem; margin: 0 0 .3rem; } ul { padding-left: 1.2rem; margin: 0; }
.parts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem 2rem; margin-top: 1rem; }
.more { color: var(--soft); margin: .2rem 0 0; } footer { font-size: .75em; margin-top: 1rem; } li svg { width: 9rem; height: auto; }
@media print { html { font-size: 13pt; } section { break-inside: avoid; } .parts { grid-template-columns: 1fr 1fr; grid-auto-flow: column dense; }
  section { grid-column: 1; } section:nth-child(3) { grid-column: 2; grid-row: span 2; } section:nth-child(5) { grid-column: 2; } }
]]></xsl:template>
</xsl:stylesheet>
