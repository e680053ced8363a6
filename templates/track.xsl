<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of `oca track`. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:import href="oca:page.xsl"/>

  <xsl:template match="r:result[@kind = 'track']" mode="page">
    <xsl:variable name="p" select="r:progress"/>
    <h1><xsl:value-of select="w:word('%1: where it stands on %2', $p/@title, $p/@date)"/></h1>
    <p class="subtitle">
      <strong><xsl:value-of select="r:organization/@name"/></strong><br/>
      <xsl:value-of select="w:word('%1 to %2', $p/@start, $p/@end)"/>
      <xsl:if test="$p/@next-review">; <xsl:value-of select="w:word('the next review is on %1', $p/@next-review)"/></xsl:if>
    </p>
    <xsl:if test="r:conflict">
      <h2>Copies disagree: settle these first</h2>
      <ul>
        <xsl:for-each select="r:conflict">
          <li>
            <xsl:value-of select="w:word('%1: %2 is “%3” in the record', @title, @field, @record)"/>
            <xsl:for-each select="r:claim">, <xsl:value-of select="w:word('“%1” in %2', @value, @file)"/></xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <h2>How much is done</h2>
    <dl class="facts">
      <dt>As it stands</dt>
      <dd>
        <xsl:if test="$p/@completion"><xsl:value-of select="w:word('%1 % of the work that the plan now holds', $p/@completion-shown)"/></xsl:if>
        <xsl:call-template name="undefined"><xsl:with-param name="why" select="$p/@completion-why"/></xsl:call-template>
      </dd>
      <dt>As agreed</dt>
      <dd>
        <xsl:if test="$p/@completion-agreed"><xsl:value-of select="w:word('%1 % of the work first planned; what was dropped counts as not done', $p/@completion-agreed-shown)"/></xsl:if>
        <xsl:call-template name="undefined"><xsl:with-param name="why" select="$p/@completion-agreed-why"/></xsl:call-template>
      </dd>
      <dt>Planned by now</dt>
      <dd>
        <xsl:if test="$p/@planned-completion"><xsl:value-of select="w:word('%1 % of the work first planned', $p/@planned-completion-shown)"/></xsl:if>
        <xsl:call-template name="undefined"><xsl:with-param name="why" select="$p/@planned-completion-why"/></xsl:call-template>
      </dd>
      <dt>Actions</dt>
      <dd>
        <xsl:value-of select="w:word('%1 done, %2 ongoing, %3 blocked, %4 not started; %5 dropped, %6 added; %7 overdue, %8 due within 30 days', $p/@done, $p/@ongoing, $p/@blocked, $p/@not-started, $p/@dropped, $p/@added, $p/@overdue, $p/@due-30)"/>
      </dd>
    </dl>
    <p class="note">Doing an action changes no score: only a reassessment does.</p>
    <xsl:call-template name="picture"><xsl:with-param name="id" select="'burn-up'"/></xsl:call-template>
    <xsl:call-template name="points-table"/>
    <xsl:if test="r:unblock">
      <h2>To unblock at the next visit</h2>
      <ul><xsl:for-each select="r:unblock"><li><strong><xsl:value-of select="@title"/></strong><xsl:text> </xsl:text><xsl:value-of select="w:word('(%1): %2', @who, @why-shown)"/></li></xsl:for-each></ul>
    </xsl:if>
    <xsl:if test="r:slip">
      <h2>How due dates moved</h2>
      <ul>
        <xsl:for-each select="r:slip">
          <li><strong><xsl:value-of select="@title"/></strong><xsl:text> </xsl:text><xsl:value-of select="w:words('(%1 day after the date first planned, %2)', '(%1 days after the date first planned, %2)', @days, @first-planned)"/>
            <ul><xsl:for-each select="r:move"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <h2>Actions</h2>
    <xsl:call-template name="actions"/>
    <h2>Calendar</h2>
    <xsl:call-template name="picture">
      <xsl:with-param name="id" select="'gantt'"/>
      <xsl:with-param name="note" select="w:word('The upper bar is as first planned, the lower one what became of it. Dotted lines are reviews.')"/>
    </xsl:call-template>
    <xsl:call-template name="groups"><xsl:with-param name="title" select="w:word('By area')"/><xsl:with-param name="rows" select="r:area"/></xsl:call-template>
    <xsl:call-template name="groups"><xsl:with-param name="title" select="w:word('By lead')"/><xsl:with-param name="rows" select="r:lead"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="page-title">
    <xsl:value-of select="w:word('%1, progress on %2', /r:result/r:organization/@name, /r:result/r:progress/@date)"/>
  </xsl:template>

  <xsl:template name="points-table">
    <div class="scroll" tabindex="0" role="region" aria-label="Weeks of work">
      <table>
        <thead>
          <tr><th scope="col">Day</th><th scope="col" class="number">Done, as agreed (weeks)</th><th scope="col" class="number">Done, as it stands</th><th scope="col" class="number">Planned</th><th scope="col" class="number">Size of the plan</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="r:point">
            <tr>
              <th scope="row"><xsl:value-of select="@date"/></th><td class="number"><xsl:value-of select="@agreed-shown"/></td><td class="number"><xsl:value-of select="@stands-shown"/></td>
              <td class="number"><xsl:value-of select="@planned-shown"/></td><td class="number"><xsl:value-of select="@size-shown"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <p class="note">“–” lies in the future.</p>
  </xsl:template>

  <xsl:template name="actions">
    <div class="scroll" tabindex="0" role="region" aria-label="Actions">
      <table>
        <thead>
          <tr><th scope="col">Action</th><th scope="col">Who</th><th scope="col">Status</th><th scope="col" class="number">Done, %</th><th scope="col">Due</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="r:action">
            <tr>
              <th scope="row"><xsl:value-of select="@title"/><br/><span class="why"><xsl:value-of select="@statement"/></span></th>
              <td><xsl:value-of select="@who"/></td><td><xsl:value-of select="@status-shown"/></td><td class="number"><xsl:value-of select="@done"/></td>
              <td>
                <xsl:value-of select="@due"/><xsl:if test="not(@due)">– <span class="why">(<xsl:value-of select="w:word('no date')"/>)</span></xsl:if>
                <xsl:if test="@overdue"><br/><span class="care">overdue</span></xsl:if>
                <xsl:if test="@first-planned != @due"><br/><span class="why"><xsl:value-of select="w:word('first planned %1', @first-planned)"/></span></xsl:if>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="groups">
    <xsl:param name="title"/>
    <xsl:param name="rows"/>
    <xsl:if test="$rows">
      <h2><xsl:value-of select="$title"/></h2>
      <div class="scroll" tabindex="0" role="region" aria-label="{$title}">
        <table>
          <thead>
            <tr><th scope="col"><xsl:value-of select="$title"/></th><th scope="col" class="number">Actions</th><th scope="col" class="number">As it stands, %</th><th scope="col" class="number">As agreed, %</th><th scope="col" class="number">Planned by now, %</th><th scope="col" class="number">Overdue</th></tr>
          </thead>
          <tbody>
            <xsl:for-each select="$rows">
              <tr>
                <th scope="row"><xsl:value-of select="@title"/></th><td class="number"><xsl:value-of select="@actions"/></td>
                <td class="number"><xsl:call-template name="figure"><xsl:with-param name="shown" select="@completion-shown"/><xsl:with-param name="why" select="@completion-why"/></xsl:call-template></td>
                <td class="number"><xsl:call-template name="figure"><xsl:with-param name="shown" select="@completion-agreed-shown"/><xsl:with-param name="why" select="@completion-agreed-why"/></xsl:call-template></td>
                <td class="number"><xsl:call-template name="figure"><xsl:with-param name="shown" select="@planned-completion-shown"/><xsl:with-param name="why" select="@planned-completion-why"/></xsl:call-template></td><td class="number"><xsl:value-of select="@overdue"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
