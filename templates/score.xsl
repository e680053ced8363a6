<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of `oca score`. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:oca:result:1"
                xmlns:w="urn:oca:words:1" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="r w svg">
  <xsl:import href="oca:page.xsl"/>

  <xsl:template match="r:result[@kind = 'score']" mode="page">
    <h1><xsl:value-of select="r:organization/@name"/></h1>
    <p class="subtitle">
      <xsl:value-of select="concat(r:round/@shown, ', ', r:round/@date)"/>
      <xsl:if test="r:round/@as-of"><xsl:text> </xsl:text><xsl:value-of select="w:word('(reconstructed: as things stood on %1)', r:round/@as-of)"/></xsl:if>
      <br/><xsl:value-of select="concat(r:rubric/@title, ' (', r:rubric/@shown, ')')"/>
    </p>
    <xsl:apply-templates select="r:overall"/>
    <xsl:call-template name="picture"><xsl:with-param name="id" select="'thermometer'"/></xsl:call-template>
    <xsl:call-template name="areas"/>
    <xsl:call-template name="must-haves"/>
    <xsl:apply-templates select="r:checked"/>
    <xsl:call-template name="divided"/>
    <xsl:call-template name="lists"/>
    <xsl:call-template name="items"/>
  </xsl:template>

  <xsl:template match="r:overall">
    <dl class="facts">
      <dt>Overall</dt>
      <dd>
        <xsl:choose>
          <xsl:when test="@level">
            <xsl:value-of select="@level-shown"/><span class="plain"><xsl:text> </xsl:text><xsl:value-of select="w:word('(%1 points of 100)', @percent-shown)"/></span>
          </xsl:when>
          <xsl:when test="@percent"><xsl:value-of select="w:word('%1 points of 100', @percent-shown)"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="points"/></xsl:otherwise>
        </xsl:choose>
      </dd>
      <dt>Stage</dt>
      <dd>
        <xsl:value-of select="@stage-shown"/>
        <xsl:if test="@stage-uncapped-shown"><span class="plain">; <xsl:value-of select="w:word('the points alone would reach %1', @stage-uncapped-shown)"/></span></xsl:if>
        <xsl:if test="not(@stage)"><xsl:text> </xsl:text><span class="why">(<xsl:value-of select="@percent-why"/>)</span></xsl:if>
      </dd>
      <dt>Answered</dt><dd><xsl:value-of select="@coverage-shown"/></dd>
      <dt>Agreement in the room</dt>
      <dd>
        <xsl:choose>
          <xsl:when test="@consensus">
            <xsl:value-of select="w:word('%1 of 100', @consensus-shown)"/>
            <span class="plain"><xsl:text> </xsl:text><xsl:value-of select="w:word('(n = %1; divided items: %2)', @consensus-n, @divided)"/></span>
          </xsl:when>
          <xsl:otherwise><xsl:call-template name="agreement"/></xsl:otherwise>
        </xsl:choose>
      </dd>
      <dt>Reading</dt>
      <dd>
        <xsl:call-template name="figure">
          <xsl:with-param name="shown" select="@quadrant-shown"/><xsl:with-param name="why" select="@quadrant-why"/>
        </xsl:call-template>
      </dd>
    </dl>
  </xsl:template>

  <xsl:template name="areas">
    <xsl:if test="r:area">
      <h2>Areas</h2>
      <div class="pictures">
        <xsl:if test="r:pictures/svg:svg[@id = 'radar']">
          <xsl:call-template name="picture"><xsl:with-param name="id" select="'radar'"/>
            <xsl:with-param name="note"><xsl:if test="r:pictures/svg:svg[@id = 'radar']/svg:polygon[@class = 'target']"><xsl:value-of select="w:word('Dotted: the level that is enough.')"/></xsl:if></xsl:with-param>
          </xsl:call-template>
        </xsl:if>
        <div class="beside">
          <xsl:call-template name="picture"><xsl:with-param name="id" select="'map'"/></xsl:call-template>
          <ol class="legend"><xsl:for-each select="r:area"><li><xsl:value-of select="@title"/><xsl:if test="not(@quadrant)"> (not on the map)</xsl:if></li></xsl:for-each></ol>
        </div>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label="Areas">
        <table>
          <caption>n is how many items the agreement is the mean of.</caption>
          <thead>
            <tr>
              <th scope="col">Area</th><th scope="col" class="number">Points of 100</th><th scope="col" class="number">Level</th>
              <th scope="col">Answered</th><th scope="col">Stage</th><th scope="col" class="number">Agreement of 100</th>
              <th scope="col" class="number">n</th><th scope="col">Reading</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="//r:area">
              <tr>
                <th scope="row" class="deep-{@depth}"><xsl:value-of select="@title"/></th>
                <td class="number"><xsl:value-of select="@percent-shown"/></td>
                <td class="number"><xsl:value-of select="@level-shown"/></td>
                <td><xsl:value-of select="@coverage-shown"/><xsl:if test="@percent-why"><xsl:text> </xsl:text><span class="why"><xsl:value-of select="@percent-why"/></span></xsl:if></td>
                <td><xsl:value-of select="@stage-shown"/></td>
                <td class="number"><xsl:value-of select="@consensus-shown"/></td>
                <td class="number"><xsl:value-of select="@consensus-n"/></td>
                <td>
                  <xsl:value-of select="@quadrant-shown"/>
                  <xsl:if test="not(@quadrant)"><xsl:text> </xsl:text><span class="why"><xsl:value-of select="@quadrant-why"/></span></xsl:if>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="must-haves">
    <xsl:variable name="unmet" select="//r:item[r:gate/@state = 'failed' or r:gate/@state = 'open' or r:gate/@state = 'waived']"/>
    <xsl:if test="$unmet">
      <h2>Must-haves not yet met, or not checked</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Must-haves">
        <table>
          <thead>
            <tr>
              <th scope="col">Must-have</th><th scope="col">Met?</th><th scope="col" class="number">Level</th>
              <th scope="col" class="number">At least</th><th scope="col">Holds the stage at</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$unmet">
              <xsl:sort select="number(r:gate/@state != 'failed')" data-type="number"/>
              <tr>
                <th scope="row">
                  <xsl:value-of select="@title"/>
                  <xsl:if test="r:gate/text()"><br/><span class="why"><xsl:value-of select="r:gate"/></span></xsl:if>
                </th>
                <td><xsl:value-of select="r:gate/@shown"/></td>
                <td class="number"><xsl:value-of select="@score-shown"/></td>
                <td class="number"><xsl:value-of select="r:gate/@at-least-shown"/></td>
                <td><xsl:if test="r:gate/@state = 'failed'"><xsl:value-of select="r:gate/@ceiling-shown"/></xsl:if></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:checked">
    <h2><xsl:value-of select="@title"/></h2>
    <p><xsl:value-of select="@shown"/></p>
    <xsl:if test="r:difference">
      <div class="scroll" tabindex="0" role="region" aria-label="{@title}">
        <table>
          <thead>
            <tr>
              <th scope="col">Item</th><th scope="col" class="number">Agreed</th><th scope="col" class="number">Checked</th>
              <th scope="col" class="number">Difference in levels</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="r:difference">
              <tr>
                <th scope="row">
                  <xsl:value-of select="@title"/>
                  <xsl:for-each select="r:agreed-alone | r:checked-alone">
                    <div class="why"><xsl:value-of select="@shown"/>: <ul><xsl:for-each select="r:criterion"><li><xsl:value-of select="."/></li></xsl:for-each></ul></div>
                  </xsl:for-each>
                </th>
                <td class="number"><xsl:value-of select="@agreed-shown"/></td>
                <td class="number"><xsl:value-of select="@checked-shown"/></td>
                <td class="number"><xsl:call-template name="figure"><xsl:with-param name="shown" select="@difference-shown"/><xsl:with-param name="why" select="@why"/></xsl:call-template></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="divided">
    <xsl:if test="//r:item[@divides]">
      <h2>Items that divide the room</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Items that divide the room">
        <table>
          <caption>Discs: how many gave each answer, from the lowest level to the highest. The triangle marks what was agreed.</caption>
          <thead>
            <tr><th scope="col">Item</th><th scope="col" class="number">Agreement of 100</th><th scope="col" class="number">n</th><th scope="col">Answers</th></tr>
          </thead>
          <tbody>
            <xsl:for-each select="//r:item[@divides]">
              <tr>
                <th scope="row"><xsl:value-of select="@title"/></th>
                <td class="number"><xsl:value-of select="@consensus-shown"/></td>
                <td class="number"><xsl:value-of select="@n"/></td>
                <td>
                  <xsl:copy-of select="svg:svg"/>
                  <xsl:if test="not(svg:svg)"><span class="why">drawn from five answers on</span></xsl:if>
                </td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="lists">
    <xsl:if test="//r:item[@unknown]">
      <h2>Not known to members</h2>
      <ul>
        <xsl:for-each select="//r:item[@unknown]">
          <li><xsl:value-of select='w:word("%1: %2 of %3 answered “don&apos;t know”", @title, @dk, @answers)'/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="//r:item[@evidence-missing]">
      <h2>Evidence to record</h2>
      <ul>
        <xsl:for-each select="//r:item[@evidence-missing]">
          <li>
            <xsl:choose>
              <xsl:when test="@score-uncapped-shown"><xsl:value-of select="w:word('%1: scored %2, counted as %3 until it is there', @title, @score-uncapped-shown, @score-shown)"/></xsl:when>
              <xsl:otherwise><xsl:value-of select="@title"/></xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
    <xsl:if test="r:to-complete[@what != 'evidence']">
      <h2>To complete</h2>
      <ul>
        <xsl:for-each select="r:to-complete[@what != 'evidence']">
          <li><xsl:call-template name="told-of"><xsl:with-param name="told" select="@shown"/></xsl:call-template></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="items">
    <xsl:if test="//r:item">
      <h2>Items</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Items">
        <table>
          <caption>n is how many participants gave a score.</caption>
          <thead>
            <tr>
              <th scope="col">Item</th><th scope="col" class="number">Level</th><th scope="col" class="number">Points of 100</th><th scope="col">By</th>
              <th scope="col" class="number">n</th><th scope="col" class="number">Agreement of 100</th><th scope="col">Must-have</th>
            </tr>
          </thead>
          <tbody><xsl:apply-templates select="r:area" mode="items"/></tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="r:area" mode="items">
    <tr class="area"><th scope="rowgroup" colspan="7"><xsl:value-of select="@title"/></th></tr>
    <xsl:apply-templates select="r:item" mode="items"/>
    <xsl:apply-templates select="r:area" mode="items"/>
  </xsl:template>

  <xsl:template match="r:item" mode="items">
    <tr>
      <th scope="row">
        <xsl:value-of select="@title"/>
        <xsl:if test="r:standing"><br/><span class="why"><xsl:value-of select="r:standing"/></span></xsl:if>
      </th>
      <td class="number"><xsl:value-of select="@score-shown"/></td>
      <td class="number"><xsl:value-of select="@percent-shown"/></td>
      <td><xsl:value-of select="@basis-shown"/><xsl:if test="not(@basis)"><span class="why"><xsl:value-of select="@score-why"/></span></xsl:if></td>
      <td class="number"><xsl:value-of select="@n"/></td>
      <td class="number"><xsl:value-of select="@consensus-shown"/></td>
      <td><xsl:value-of select="r:gate/@shown"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
