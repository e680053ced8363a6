<?xml version="1.0" encoding="UTF-8"?>
<!-- What all pages share: the frame, the looks, and how figures stand in tables. A programme that wants another look
     writes a stylesheet of its own that begins

       <xsl:import href="oca:score.xsl"/>

     and says only what differs: a template named "look" replaces the colours and letters, one named "own-head" puts a
     logo above the title. The elements of a result are listed in reports/result/README.md. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/r:result">
    <html>
      <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:call-template name="page-title"/></title>
        <style>
          <xsl:call-template name="look"/>
          <!-- Escaped for this place by the program. -->
          <xsl:text>@page { @top-left { content: "</xsl:text><xsl:value-of select="@running"/><xsl:text>" } }</xsl:text>
        </style>
      </head>
      <body>
        <xsl:call-template name="own-head"/>
        <main><xsl:apply-templates select="." mode="page"/></main>
        <footer>
          <xsl:choose>
            <xsl:when test="//r:read/@performance = 'some'">
              <p>Made with oca. The figures are no audit. “–” is what cannot be said; why stands beside it.</p>
            </xsl:when>
            <xsl:when test="//r:rubric/@performance or //r:read/@performance">
              <p>Made with oca. The figures describe performance as it was checked, or else as the members see it: no capacity, no audit.
              “–” is what cannot be said; why stands beside it.</p>
            </xsl:when>
            <xsl:otherwise>
              <p>Made with oca. The figures describe capacity as the members and their facilitator see it: no performance, no audit.
              “–” is what cannot be said; why stands beside it.</p>
            </xsl:otherwise>
          </xsl:choose>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="own-head"/>

  <xsl:template name="page-title">
    <xsl:value-of select="concat(/r:result/r:organization/@name, ', ', /r:result/r:round/@shown, ', ', /r:result/r:round/@date)"/>
  </xsl:template>

  <!-- A figure of the element at hand: what is shown, or "–" with its reason. -->
  <xsl:template name="figure">
    <xsl:param name="shown"/>
    <xsl:param name="why"/>
    <xsl:value-of select="$shown"/>
    <xsl:if test="$shown = '–' and $why != ''">
      <xsl:text> </xsl:text><span class="why">(<xsl:value-of select="$why"/>)</span>
    </xsl:if>
  </xsl:template>

  <!-- "–" with its reason, where there is one. -->
  <xsl:template name="undefined">
    <xsl:param name="why"/>
    <xsl:if test="$why != ''">– <span class="why">(<xsl:value-of select="$why"/>)</span></xsl:if>
  </xsl:template>

  <xsl:template name="points">
    <xsl:call-template name="figure">
      <xsl:with-param name="shown" select="@percent-shown"/><xsl:with-param name="why" select="@percent-why"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="agreement">
    <xsl:call-template name="figure">
      <xsl:with-param name="shown" select="@consensus-shown"/><xsl:with-param name="why" select="@consensus-why"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "Constitution: reason", or the reason alone where it concerns no item. -->
  <xsl:template name="told-of">
    <xsl:param name="told"/>
    <xsl:choose>
      <xsl:when test="@title"><xsl:value-of select="w:word('%1: %2', @title, $told)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$told"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A table of the result: its columns name the attributes of its rows. -->
  <xsl:template match="*[r:column]">
    <xsl:variable name="columns" select="r:column"/>
    <xsl:variable name="most" select="200"/>
    <xsl:variable name="rows" select="*[not(self::r:column)][position() &lt;= $most]"/>
    <section>
    <xsl:if test="count($columns) &gt; 11"><xsl:attribute name="class">wide</xsl:attribute></xsl:if>
    <h2><xsl:value-of select="@title"/></h2>
    <p class="note"><xsl:value-of select="@hint"/></p>
    <div class="scroll" tabindex="0" role="region" aria-label="{@title}">
      <table>
        <thead>
          <tr>
            <xsl:for-each select="$columns">
              <th scope="col">
                <!-- A number has both: the figure, and what is shown of it. -->
                <xsl:if test="$rows[@*[name() = current()/@name] and @*[name() = concat(current()/@name, '-shown')]]"><xsl:attribute name="class">number</xsl:attribute></xsl:if>
                <xsl:value-of select="@heading"/>
              </th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$rows">
            <xsl:variable name="row" select="."/>
            <tr>
              <xsl:for-each select="$columns">
                <xsl:variable name="value" select="$row/@*[name() = current()/@name]"/>
                <xsl:variable name="shown" select="$row/@*[name() = concat(current()/@name, '-shown')]"/>
                <xsl:variable name="why" select="$row/@*[name() = concat(current()/@name, '-why')]"/>
                <xsl:choose>
                  <xsl:when test="position() = 1"><th scope="row"><xsl:value-of select="$value"/></th></xsl:when>
                  <xsl:when test="$shown">
                    <td class="number">
                      <xsl:if test="$why"><xsl:attribute name="title"><xsl:value-of select="$why"/></xsl:attribute></xsl:if>
                      <xsl:value-of select="$shown"/>
                    </td>
                  </xsl:when>
                  <xsl:when test="translate($value, '0123456789', '0000000000') = '0000-00-00'"><td class="day"><xsl:value-of select="$value"/></td></xsl:when>
                  <xsl:otherwise><td><xsl:value-of select="$value"/></td></xsl:otherwise>
                </xsl:choose>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <xsl:variable name="reasons" select="$rows/@*[substring(name(), string-length(name()) - 3) = '-why']"/>
    <xsl:if test="$reasons">
      <p class="note">
        <xsl:text>“–”: </xsl:text>
        <xsl:for-each select="$reasons">
          <xsl:variable name="own" select="."/>
          <xsl:if test="generate-id() = generate-id($reasons[. = $own][1])">
            <xsl:if test="generate-id() != generate-id($reasons[1])">; </xsl:if>
            <xsl:value-of select="."/>
          </xsl:if>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="count(*[not(self::r:column)]) &gt; $most">
      <p class="note"><xsl:value-of select="w:word('The first %1 of %2; all are in the workbook.', $most, count(*[not(self::r:column)]))"/></p>
    </xsl:if>
    </section>
  </xsl:template>

  <!-- One picture, by its id. -->
  <xsl:template name="picture">
    <xsl:param name="id"/>
    <xsl:param name="note"/>
    <figure class="picture">
      <figcaption><xsl:value-of select="/r:result/r:pictures/svg:svg[@id = $id]/svg:title"/></figcaption>
      <div class="scroll" tabindex="0" role="region">
        <xsl:attribute name="aria-label"><xsl:value-of select="/r:result/r:pictures/svg:svg[@id = $id]/svg:title"/></xsl:attribute>
        <xsl:copy-of select="/r:result/r:pictures/svg:svg[@id = $id]"/>
      </div>
      <xsl:if test="$note != ''"><p class="note"><xsl:value-of select="$note"/></p></xsl:if>
    </figure>
  </xsl:template>

  <!-- Everything is told apart without colour: the colours (of Okabe and Ito) are seen alike by colour-blind readers. -->
  <xsl:template name="look"><xsl:call-template name="base-look"/></xsl:template>

  <xsl:template name="base-look"><![CDATA[
:root { --ink: #1b1b1b; --soft: #555; --rule: #b9b9b9; --paper: #fff; --wash: #f3f5f7; --first: #005f95; --second: #a64600; --good: #00644a; --care: #8a3b00; }
* { box-sizing: border-box; }
html { color: var(--ink); background: var(--paper); font: 16px/1.45 Arial, "Liberation Sans", Helvetica, sans-serif; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .2rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p, li, dd, dt, th[scope=row] { overflow-wrap: anywhere; }
td, caption { overflow-wrap: break-word; }
.subtitle, .why, .note, footer { color: var(--soft); }
.why { font-size: .85em; } .why ul { margin: 0; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; margin: 1.2rem 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; font-weight: bold; }
.facts dd .why, .facts dd .plain { font-weight: normal; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, a:focus-visible { outline: 3px solid var(--first); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: left; color: var(--soft); padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--rule); min-width: 4.5rem; }
th[scope=row] { min-width: 11rem; font-weight: normal; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
.number { text-align: right; min-width: 4rem; } td.number, .day { white-space: nowrap; }
tr.area th, tr.area td { background: var(--wash); font-weight: bold; }
.deep-2 { padding-left: 1.8rem; } .deep-3 { padding-left: 3rem; } .deep-4 { padding-left: 4.2rem; }
.pictures { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
.picture { margin: 1rem 0; max-width: 100%; }
.picture figcaption { font-weight: bold; margin-bottom: .4rem; contain: inline-size; }
.pictures > * { min-width: 0; max-width: 100%; } .beside { flex: 1 1 20rem; max-width: 26rem; }
.care { color: var(--care); } .rank { display: inline-block; min-width: 1.6rem; font-weight: bold; }
.weakness { margin: 1.4rem 0; } .levels { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } .levels dt { color: var(--soft); } .levels dd { margin: 0; }
.weakness table { table-layout: fixed; min-width: 36rem; } .weakness th:nth-child(1) { width: 42%; } .weakness th:nth-child(2) { width: 15%; } .weakness th:nth-child(3) { width: 16%; }
.sign td { height: 2.6rem; }
.legend { margin: .5rem 0; padding-left: 1.6rem; font-size: .9rem; columns: 2 11rem; }
svg { display: block; font-family: Arial, "Liberation Sans", Helvetica, sans-serif; fill: var(--ink); }
svg polyline, svg polygon, svg .grid { fill: none; stroke: var(--rule); stroke-width: 1; }
svg .ground { fill: var(--wash); stroke: var(--rule); }
svg .threshold { stroke: var(--soft); stroke-dasharray: 5 4; }
svg .target { stroke: var(--good); stroke-width: 2; stroke-dasharray: 2 4; stroke-linecap: round; }
svg .first { stroke: var(--first); stroke-width: 2.5; fill: var(--first); fill-opacity: .12; }
svg .second { stroke: var(--second); stroke-width: 2.5; stroke-dasharray: 8 3; fill: var(--second); fill-opacity: .1; }
svg .then { stroke: var(--soft); stroke-width: 2; stroke-dasharray: 8 3; fill: var(--soft); fill-opacity: .06; }
svg polyline.first, svg polyline.second, svg polyline.then { fill: none; }
svg .mark { fill-opacity: 1; stroke: var(--paper); stroke-width: 1; stroke-dasharray: none; }
svg .scale, svg .axis { fill: var(--soft); } svg .reading { fill: var(--soft); font-style: italic; }
svg .disc { fill: var(--first); stroke: var(--paper); } svg .number { fill: var(--paper); font-weight: bold; }
svg .leader { stroke: var(--soft); } svg .spot { fill: var(--soft); }
svg .agreed, svg .pointer { fill: var(--ink); stroke: none; }
svg .stage { fill: var(--wash); stroke: var(--ink); } svg .stage.here { fill: var(--first); } svg text.here { fill: var(--paper); font-weight: bold; }
svg .bar { stroke: none; fill-opacity: 1; stroke-dasharray: none; } svg .review { stroke: var(--second); stroke-width: 2; stroke-dasharray: 2 4; }
svg .before { fill: #cfd6dc; stroke: var(--ink); } svg .now { fill: var(--first); stroke: var(--ink); } svg .bar.before, svg .bar.now { stroke: var(--ink); stroke-width: .75; }
svg .box { stroke: var(--ink); } svg .box.before { fill: var(--paper); } svg .box.now { fill: #8dbbdd; } svg .whisker { stroke: var(--ink); } svg .median { stroke: var(--ink); stroke-width: 3; } svg .mean { fill: var(--paper); stroke: var(--ink); }
svg .cell { stroke: var(--paper); stroke-width: 1; } svg .cell.none { fill: var(--paper); stroke: var(--rule); } svg .hatch { stroke: var(--rule); } svg .frame { fill: none; stroke: var(--ink); stroke-width: 2; }
svg .shade-0 { fill: #eef4f9; } svg .shade-1 { fill: #c3dbec; } svg .shade-2 { fill: #86b6d8; } svg .shade-3 { fill: #2f75a8; } svg .shade-4 { fill: #0b4a78; } svg .on-3, svg .on-4 { fill: var(--paper); }
svg .column { stroke: var(--ink); }
svg .slope { fill: none; stroke-width: 1.5; } svg .rose { stroke: var(--first); } svg .fell { stroke: var(--second); stroke-dasharray: 6 3; } svg .level { stroke: var(--soft); stroke-dasharray: 1 3; } svg .whole { stroke: var(--ink); stroke-width: 3.5; }
svg .value { font-weight: bold; } svg .held { fill: var(--care); }
@media print {
  @page { size: A4; margin: 18mm 15mm 16mm; font: 9pt Arial, sans-serif; color: #555; @bottom-right { content: counter(page) " / " counter(pages); } }
  html { font-size: 10.5pt; } body { max-width: none; padding: 0; }
  .scroll { overflow: visible; } svg { max-width: 100%; height: auto; max-height: 235mm; }
  @page wide { size: A4 landscape; } .wide { page: wide; } .wide table { font-size: 6.5pt; } .wide th, .wide td, .wide th[scope=row] { min-width: 0; padding: .15rem .15rem; overflow-wrap: break-word; } .wide .number { min-width: 0; }
  h2, h3, caption { break-after: avoid; } tr, figure, .facts, .levels, .sign { break-inside: avoid; } .weakness > p, .levels { break-after: avoid; } thead { display: table-header-group; }
  tr.area, thead tr, h2 + .note { break-after: avoid; } .pictures { display: block; }
  main:has(> section.wide:last-child) + footer { page: wide; }
}
]]></xsl:template>
</xsl:stylesheet>
