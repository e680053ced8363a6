<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of `oca plan`. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:import href="oca:page.xsl"/>

  <xsl:template match="r:result[@kind = 'plan']" mode="page">
    <h1><xsl:value-of select="r:plan/@title"/></h1>
    <p class="subtitle">
      <strong><xsl:value-of select="r:organization/@name"/></strong><br/>
      <xsl:value-of select="w:word('%1 to %2; made from the %3 of %4 (%5)', r:plan/@start, r:plan/@end, r:round/@shown, r:round/@date, r:rubric/@shown)"/>
    </p>
    <xsl:if test="not(r:plan/@library)"><p>No library of actions was found: the actions are still to be agreed.</p></xsl:if>
    <xsl:if test="r:strength">
      <h2>Strengths to build on</h2>
      <ul><xsl:for-each select="r:strength"><li><xsl:value-of select="w:word('%1: %2', @title, @score-shown)"/></li></xsl:for-each></ul>
    </xsl:if>
    <h2>Weaknesses and what will be done, in order</h2>
    <xsl:if test="not(r:weakness[@state != 'later'])"><p>No weakness was found among the items that are scored.</p></xsl:if>
    <xsl:apply-templates select="r:weakness[@state != 'later']"/>
    <xsl:if test="r:weakness[@state != 'later' and starts-with(@rank-shown, '=')]">
      <p class="note">Equal ranks (=) are put in order by the room.</p>
    </xsl:if>
    <xsl:if test="r:pictures/svg:svg[@id = 'gantt']">
      <xsl:variable name="reviews"><xsl:for-each select="r:review"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@date"/></xsl:for-each></xsl:variable>
      <h2>Calendar</h2>
      <xsl:call-template name="picture">
        <xsl:with-param name="id" select="'gantt'"/>
        <xsl:with-param name="note" select="w:word('Dotted lines are reviews: %1.', $reviews)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="find-out"/>
    <xsl:call-template name="later"/>
    <xsl:call-template name="sign"/>
  </xsl:template>

  <xsl:template match="r:weakness">
    <section class="weakness">
      <h3><span class="rank"><xsl:value-of select="@rank-shown"/></span><xsl:text> </xsl:text><xsl:value-of select="@title"/> <span class="why"> (<xsl:value-of select="@area-title"/>)</span></h3>
      <p class="note"><xsl:value-of select="w:word('Why here: %1', @why-here)"/></p>
      <dl class="levels">
        <dt>Now</dt><dd><xsl:value-of select="w:word('%1: %2', @standing-shown, r:now)"/></dd>
        <xsl:if test="r:text"><dt>Weakness</dt><dd><xsl:value-of select="r:text"/></dd></xsl:if>
        <dt>Target</dt><dd><xsl:value-of select="w:word('%1: %2', @target-shown, r:then)"/></dd>
      </dl>
      <xsl:if test="r:action">
        <div class="scroll" tabindex="0" role="region" aria-label="{w:word('Actions: %1', @title)}">
          <table>
            <thead>
              <tr><th scope="col">Action</th><th scope="col">Who leads</th><th scope="col">When</th><th scope="col">How we see that it is done</th></tr>
            </thead>
            <tbody><xsl:apply-templates select="r:action"/></tbody>
          </table>
        </div>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="r:action">
    <tr>
      <th scope="row">
        <xsl:value-of select="@title"/>
        <xsl:for-each select="r:unmet"><br/><span class="care"><xsl:value-of select="w:word('First make sure that: %1', .)"/></span></xsl:for-each>
        <xsl:if test="@support-shown"><br/><span class="why"><xsl:value-of select="w:word('Help from: %1', @support-shown)"/></span></xsl:if>
      </th>
      <td><xsl:value-of select="@lead-shown"/></td>
      <td>
        <xsl:choose>
          <xsl:when test="@start"><xsl:value-of select="w:word('%1 to %2', @start, @due)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@state-shown"/></xsl:otherwise>
        </xsl:choose>
        <br/><span class="why"><xsl:value-of select="w:words('%1 week', '%1 weeks', @weeks)"/></span>
      </td>
      <td>
        <xsl:value-of select="r:indicator"/>
        <xsl:if test="not(r:indicator)">–</xsl:if>
        <xsl:for-each select="r:cost"><br/><span class="why"><xsl:value-of select="w:word('Cost: %1 %2', @amount-shown, @currency)"/></span></xsl:for-each>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="find-out">
    <xsl:if test="r:find-out">
      <h2>To find out first</h2>
      <ul><xsl:for-each select="r:find-out"><li><xsl:value-of select="w:word('%1: %2', @title, @why-shown)"/></li></xsl:for-each></ul>
    </xsl:if>
    <xsl:if test="r:to-complete">
      <h2>To complete</h2>
      <ul>
        <xsl:for-each select="r:to-complete">
          <li><xsl:call-template name="told-of"><xsl:with-param name="told" select="@shown"/></xsl:call-template></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="later">
    <xsl:if test="r:weakness[@state = 'later']">
      <h2>Later</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Later">
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">Rank</th><th scope="col">Weakness</th><th scope="col">Why here</th><th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="r:weakness[@state = 'later']">
              <tr>
                <td class="number"><xsl:value-of select="@rank-shown"/></td><th scope="row"><xsl:value-of select="@title"/></th>
                <td><xsl:value-of select="@why-here"/></td><td><xsl:value-of select="@standing-shown"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="sign">
    <h2>Agreed</h2>
    <table class="sign">
      <thead><tr><th scope="col">Name and office</th><th scope="col">Signature</th><th scope="col">Date</th></tr></thead>
      <tbody><tr><td/><td/><td/></tr><tr><td/><td/><td/></tr><tr><td/><td/><td/></tr></tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
