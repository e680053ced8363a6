<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of `oca compare`. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:import href="oca:page.xsl"/>

  <xsl:template name="page-title">
    <xsl:variable name="last" select="/r:result/r:comparison[last()]"/>
    <xsl:value-of select="w:word('%1, %2 and %3', $last/r:organization/@name, $last/r:baseline/@date, $last/r:reassessment/@date)"/>
  </xsl:template>

  <xsl:template match="r:result[@kind = 'compare']" mode="page">
    <h1><xsl:value-of select="r:comparison[last()]/r:organization/@name"/></h1>
    <xsl:if test="count(r:comparison) &gt; 1">
      <h2>Series: each round with the next, then the first with the last</h2>
      <xsl:call-template name="slopes"/>
      <div class="scroll" tabindex="0" role="region" aria-label="Series">
        <table>
          <thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Change, points</th><th scope="col">Outcome</th><th scope="col" class="number">n</th><th scope="col">Verdict</th></tr></thead>
          <tbody>
            <xsl:for-each select="r:comparison">
              <tr>
                <th scope="row"><xsl:value-of select="r:baseline/@shown"/></th><td><xsl:value-of select="r:reassessment/@shown"/></td>
                <td class="number"><xsl:value-of select="r:overall/@delta-shown"/></td><td><xsl:value-of select="r:overall/@outcome-shown"/></td>
                <td class="number"><xsl:value-of select="r:overall/@common"/></td><td><xsl:value-of select="r:overall/@verdict-shown"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
    <xsl:apply-templates select="r:comparison"/>
  </xsl:template>

  <xsl:template name="slopes">
    <xsl:call-template name="picture">
      <xsl:with-param name="id" select="'slopes'"/>
      <xsl:with-param name="note">
        <xsl:value-of select="w:word('Whole thin lines rose, dashed ones fell, dotted ones stayed; bold is the whole.')"/>
        <xsl:if test="count(/r:result/r:comparison) &gt; 1"><xsl:text> </xsl:text><xsl:value-of select="w:word('Each line is like for like: where two do not meet, the rounds share other statements.')"/></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="r:comparison">
    <xsl:variable name="number" select="count(preceding-sibling::r:comparison) + 1"/>
    <p class="subtitle">
      <xsl:value-of select="w:word('Baseline: %1 (%2)', r:baseline/@shown, r:baseline/r:rubric/@title)"/><br/>
      <xsl:value-of select="w:word('Reassessment: %1 (%2)', r:reassessment/@shown, r:reassessment/r:rubric/@title)"/>
    </p>
    <xsl:apply-templates select="r:comparable"/>
    <xsl:apply-templates select="r:overall"/>
    <xsl:if test="r:area">
      <h2>Areas, like for like</h2>
      <xsl:if test="count(/r:result/r:comparison) = 1"><xsl:call-template name="slopes"/></xsl:if>
      <div class="pictures">
        <xsl:call-template name="picture">
          <xsl:with-param name="id" select="concat('change-', $number)"/>
          <xsl:with-param name="note" select="w:word('Disc: baseline; diamond: now; at the right the change in points. “–”: not comparable.')"/>
        </xsl:call-template>
        <xsl:if test="/r:result/r:pictures/svg:svg[@id = concat('radar-', $number)]">
          <xsl:call-template name="picture">
            <xsl:with-param name="id" select="concat('radar-', $number)"/>
            <xsl:with-param name="note" select="w:word('Dashed: baseline; solid: now.')"/>
          </xsl:call-template>
        </xsl:if>
      </div>
      <xsl:call-template name="areas"/>
      <xsl:call-template name="headlines"/>
    </xsl:if>
    <xsl:call-template name="moved"/>
    <xsl:call-template name="then"/>
    <xsl:call-template name="left-out"/>
    <xsl:call-template name="members"/>
    <xsl:call-template name="measures"/>
    <xsl:apply-templates select="r:plan-effect"/>
  </xsl:template>

  <xsl:template match="r:comparable">
    <h2>Can the two be compared?</h2>
    <dl class="facts">
      <dt>Verdict</dt><dd><xsl:value-of select="@verdict-shown"/><span class="plain">; <xsl:value-of select="@shown"/></span></dd>
    </dl>
    <xsl:if test="r:reason">
      <p>To know before anything is read from it:</p>
      <ul><xsl:for-each select="r:reason"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:overall">
    <h2>What changed</h2>
    <dl class="facts">
      <dt>Like for like</dt>
      <dd>
        <xsl:choose>
          <xsl:when test="@delta">
            <xsl:value-of select="w:word('%1 points of 100: %2', @delta-shown, @outcome-shown)"/>
            <span class="plain"><xsl:text> </xsl:text><xsl:value-of select="w:word('(from %1 to %2)', @common-baseline-shown, @common-reassessment-shown)"/></span>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="@delta-shown"/><xsl:text> </xsl:text><span class="why">(<xsl:value-of select="@delta-why"/>)</span></xsl:otherwise>
        </xsl:choose>
      </dd>
      <dt>Level</dt>
      <dd>
        <xsl:call-template name="figure"><xsl:with-param name="shown" select="@level-shown"/><xsl:with-param name="why" select="@level-why"/></xsl:call-template>
        <xsl:if test="@relative"><span class="plain"><xsl:text> </xsl:text><xsl:value-of select="w:word('(%1 % relative*, %2 points)', @relative-shown, @delta-shown)"/></span></xsl:if>
      </dd>
      <dt>Statements</dt>
      <dd>
        <xsl:value-of select="w:word('%1 improved, %2 same, %3 lower than before', r:counts/@improved, r:counts/@same, r:counts/@regressed)"/>
        <span class="plain"><xsl:text> </xsl:text><xsl:value-of select="w:word('(any change at all: %1 up, %2 same, %3 down)', r:counts/@up, r:counts/@level, r:counts/@down)"/></span>
      </dd>
      <dt>Must-haves</dt>
      <dd class="plain">
        <xsl:value-of select="w:word('%1 now met, %2 newly not met, %3 not met then and not checked now', count(..//r:item[@gate = 'cleared']), count(..//r:item[@gate = 'newly-failed']), count(..//r:item[@gate = 'unresolved']))"/>
      </dd>
      <dt>Each round by itself</dt>
      <dd>
        <xsl:choose>
          <xsl:when test="not(@headlines-why)">
            <xsl:if test="@own-levels-shown"><xsl:value-of select="@own-levels-shown"/>; </xsl:if>
            <xsl:value-of select="w:word('%1, then %2 points of 100', @baseline-shown, @reassessment-shown)"/>
          </xsl:when>
          <xsl:otherwise>– <span class="why">(<xsl:value-of select="@headlines-why"/>)</span></xsl:otherwise>
        </xsl:choose>
      </dd>
      <dt>Stage at baseline</dt><dd><xsl:call-template name="stage"><xsl:with-param name="shown" select="@stage-baseline-shown"/></xsl:call-template></dd>
      <dt>Stage now</dt><dd><xsl:call-template name="stage"><xsl:with-param name="shown" select="@stage-reassessment-shown"/></xsl:call-template></dd>
    </dl>
    <xsl:if test="@relative"><p class="note">* <xsl:value-of select="../r:note[@on = 'relative']"/></p></xsl:if>
  </xsl:template>

  <xsl:template name="stage">
    <xsl:param name="shown"/>
    <xsl:choose><xsl:when test="$shown != ''"><xsl:value-of select="$shown"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose>
  </xsl:template>

  <xsl:template name="areas">
    <div class="scroll" tabindex="0" role="region" aria-label="{w:word('Areas, like for like')}{@mark}">
      <table>
        <caption>Points of 100 over what both rounds asked and scored alike; n: statements compared.</caption>
        <thead>
          <tr>
            <th scope="col">Area</th><th scope="col" class="number">Baseline</th><th scope="col" class="number">Now</th><th scope="col" class="number">Change</th>
            <th scope="col">Level</th><th scope="col">Outcome</th><th scope="col" class="number">n</th><th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select=".//r:area">
            <tr>
              <th scope="row" class="deep-{@depth}"><xsl:value-of select="@title"/></th>
              <td class="number"><xsl:value-of select="@common-baseline-shown"/></td>
              <td class="number"><xsl:value-of select="@common-reassessment-shown"/></td>
              <td class="number"><xsl:value-of select="@delta-shown"/></td>
              <td><xsl:value-of select="@level-shown"/></td>
              <td><xsl:value-of select="@outcome-shown"/></td>
              <td class="number"><xsl:value-of select="@common"/></td>
              <td>
                <xsl:value-of select="@verdict-shown"/>
                <xsl:if test="@delta-why"><xsl:text> </xsl:text><span class="why"><xsl:value-of select="@delta-why"/></span></xsl:if>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="headlines">
    <h2>Areas, each round by itself</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="{w:word('Areas, each round by itself')}{@mark}">
      <table>
        <caption>Each round's own points of 100, side by side only where they are a pair.</caption>
        <thead>
          <tr>
            <th scope="col">Area</th><th scope="col" class="number">Baseline</th><th scope="col" class="number">Now</th>
            <th scope="col">Level</th><th scope="col">Stage at baseline</th><th scope="col">Stage now</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="r:area">
            <tr>
              <th scope="row"><xsl:value-of select="@title"/><xsl:if test="@headlines-why"><br/><span class="why"><xsl:value-of select="@headlines-why"/></span></xsl:if></th>
              <td class="number"><xsl:choose><xsl:when test="@headlines-why">–</xsl:when><xsl:otherwise><xsl:value-of select="@baseline-shown"/></xsl:otherwise></xsl:choose></td>
              <td class="number"><xsl:choose><xsl:when test="@headlines-why">–</xsl:when><xsl:otherwise><xsl:value-of select="@reassessment-shown"/></xsl:otherwise></xsl:choose></td>
              <td><xsl:value-of select="@own-levels-shown"/><xsl:if test="not(@own-levels-shown)">–</xsl:if></td>
              <td><xsl:call-template name="stage"><xsl:with-param name="shown" select="@stage-baseline-shown"/></xsl:call-template></td>
              <td><xsl:call-template name="stage"><xsl:with-param name="shown" select="@stage-reassessment-shown"/></xsl:call-template></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template name="moved">
    <xsl:variable name="moved" select=".//r:item[(@listing = 'common' and @outcome != 'same') or @gate]"/>
    <xsl:if test="$moved">
      <h2>What moved</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="{w:word('What moved')}{@mark}">
        <table>
          <caption>A statement moves from half a level on.</caption>
          <thead>
            <tr>
              <th scope="col">Statement</th><th scope="col" class="number">Baseline</th><th scope="col" class="number">Now</th>
              <th scope="col">Whose score</th><th scope="col">Outcome</th><th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="$moved[@outcome = 'improved']"/>
            <xsl:apply-templates select="$moved[@outcome = 'regressed']"/>
            <xsl:apply-templates select="$moved[not(@outcome) or @outcome = 'same']"/>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:item">
    <tr>
      <th scope="row"><xsl:value-of select="@title"/></th>
      <td class="number"><xsl:value-of select="@baseline-shown"/></td>
      <td class="number"><xsl:value-of select="@reassessment-shown"/></td>
      <td><xsl:value-of select="@basis-shown"/><xsl:if test="not(@basis)"><span class="why"><xsl:value-of select="@baseline-why"/></span></xsl:if></td>
      <td><xsl:value-of select="@outcome-shown"/></td>
      <td>
        <xsl:if test="@gate"><xsl:value-of select="w:word('must-have %1', @gate-shown)"/></xsl:if>
        <xsl:if test="@gate and @stricter">; </xsl:if>
        <xsl:if test="@stricter">judged more strictly</xsl:if>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="then">
    <xsl:if test=".//r:item[@then]">
      <h2>Then, seen from today</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="{w:word('Then, seen from today')}{@mark}">
        <table>
          <caption><xsl:value-of select="r:note[@on = 'then']"/></caption>
          <thead><tr><th scope="col">Statement</th><th scope="col" class="number">Baseline</th><th scope="col" class="number">Then, seen from today</th><th scope="col" class="number">Now</th><th scope="col">In words</th></tr></thead>
          <tbody>
            <xsl:for-each select=".//r:item[@then]">
              <tr>
                <th scope="row"><xsl:value-of select="@title"/></th><td class="number"><xsl:value-of select="@baseline-shown"/></td>
                <td class="number"><xsl:value-of select="@then-shown"/></td><td class="number"><xsl:value-of select="@reassessment-shown"/></td>
                <td><xsl:if test="@stricter">judged more strictly</xsl:if></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="left-out">
    <xsl:variable name="all" select="r:comparable/r:left-out"/>
    <xsl:if test="$all">
      <h2>Not compared</h2>
      <ul>
        <xsl:for-each select="$all[not(@listing = preceding-sibling::r:left-out/@listing)]">
          <xsl:variable name="listing" select="@listing"/>
          <li>
            <xsl:variable name="titles"><xsl:for-each select="$all[@listing = $listing]"><xsl:if test="position() &gt; 1">; </xsl:if><xsl:value-of select="@title"/></xsl:for-each></xsl:variable>
            <xsl:value-of select="w:word('%1 (%2): %3', @listing-shown, count($all[@listing = $listing]), $titles)"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="members">
    <h2>Apart from all this: how the members themselves scored</h2>
    <xsl:choose>
      <xsl:when test="r:overall/r:participants/@delta or r:area/r:participants/@delta">
        <div class="scroll" tabindex="0" role="region" aria-label="{w:word('How the members themselves scored')}{@mark}">
          <table>
            <caption>Means of each member's own points of 100 over the statements compared; Welch's interval; n: members.</caption>
            <thead>
              <tr>
                <th scope="col">Area</th><th scope="col" class="number">Baseline</th><th scope="col" class="number">n</th><th scope="col" class="number">Now</th>
                <th scope="col" class="number">n</th><th scope="col" class="number">Difference</th><th scope="col">95 % interval</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="r:overall | r:area">
                <tr>
                  <th scope="row"><xsl:value-of select="@title"/></th>
                  <xsl:choose>
                    <xsl:when test="r:participants/@delta">
                      <td class="number"><xsl:value-of select="r:participants/@baseline-shown"/></td><td class="number"><xsl:value-of select="r:participants/@n-baseline"/></td>
                      <td class="number"><xsl:value-of select="r:participants/@reassessment-shown"/></td><td class="number"><xsl:value-of select="r:participants/@n-reassessment"/></td>
                      <td class="number"><xsl:value-of select="r:participants/@delta-shown"/></td>
                      <td>
                        <xsl:choose>
                          <xsl:when test="r:participants/@low"><xsl:value-of select="w:word('%1 to %2', r:participants/@low-shown, r:participants/@high-shown)"/></xsl:when>
                          <xsl:otherwise>– <span class="why"><xsl:value-of select="r:participants/@low-why"/></span></xsl:otherwise>
                        </xsl:choose>
                      </td>
                    </xsl:when>
                    <xsl:otherwise>
                      <td class="number">–</td><td class="number">–</td><td class="number">–</td><td class="number">–</td><td class="number">–</td>
                      <td><span class="why"><xsl:value-of select="r:participants/@why"/></span></td>
                    </xsl:otherwise>
                  </xsl:choose>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <p class="note"><xsl:value-of select="concat(r:note[@on = 'participants'], ' ', r:note[@on = 'chance'])"/></p>
      </xsl:when>
      <xsl:otherwise><p>– <span class="why">(<xsl:value-of select="r:overall/r:participants/@why"/>)</span></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="measures">
    <xsl:if test="r:measure">
      <h2>Measures</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="{w:word('Measures')}{@mark}">
        <table>
          <caption><xsl:value-of select="r:note[@on = 'measures']"/> “–”: not recorded.</caption>
          <thead><tr><th scope="col">Measure</th><th scope="col">Unit</th><th scope="col" class="number">Baseline</th><th scope="col" class="number">Now</th></tr></thead>
          <tbody>
            <xsl:for-each select="r:measure">
              <tr>
                <th scope="row"><xsl:value-of select="@title"/></th><td><xsl:value-of select="@unit"/></td>
                <td class="number"><xsl:call-template name="stage"><xsl:with-param name="shown" select="@baseline"/></xsl:call-template></td>
                <td class="number"><xsl:call-template name="stage"><xsl:with-param name="shown" select="@reassessment"/></xsl:call-template></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:plan-effect">
    <h2>What became of the plan's weaknesses</h2>
    <div class="scroll" tabindex="0" role="region" aria-label='{w:word("What became of the plan&apos;s weaknesses")}{../@mark}'>
      <table>
        <caption>n: statements compared.</caption>
        <thead><tr><th scope="col">What became of its actions</th><th scope="col" class="number">Stood at, points</th><th scope="col" class="number">n</th><th scope="col" class="number">Mean change, points</th></tr></thead>
        <tbody>
          <xsl:for-each select="r:row">
            <tr>
              <th scope="row"><xsl:value-of select="@group-shown"/><xsl:if test="@mean-delta-why"><xsl:text> </xsl:text><span class="why">(<xsl:value-of select="@mean-delta-why"/>)</span></xsl:if></th>
              <td class="number"><xsl:value-of select="@from-shown"/></td><td class="number"><xsl:value-of select="@n"/></td><td class="number"><xsl:value-of select="@mean-delta-shown"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
    <p class="note"><xsl:value-of select="@note"/></p>
  </xsl:template>
</xsl:stylesheet>
