// Opens pages in headless Chromium and holds them to what a page of ours must be: no console message, no horizontal
// scrolling at any width, no label of a picture over another, no accessibility violation that axe knows, and a print
// that is not empty, with no picture higher than a sheet.
//
//     node check.mjs MODULES PAGE.html…        MODULES: the folder of node_modules
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, 'node_modules', 'index.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [360, 800, 1400];
const SHEET = { width: 680, height: 945 }; // of A4 inside its margins, 180 by 250 mm, in pixels of 1/96 inch

// In the page: pairs of texts of one picture whose boxes overlap by more than a pixel.
function overlaps() {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    const texts = [...svg.querySelectorAll('text')].map((t) => ({ t, b: t.getBoundingClientRect() }));
    const frame = svg.getBoundingClientRect();
    for (let i = 0; i < texts.length; i++) {
      const a = texts[i].b;
      if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
        found.push(`${svg.id}: "${texts[i].t.textContent}" leaves the picture`);
      for (let k = i + 1; k < texts.length; k++) {
        const b = texts[k].b;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 3) // letters do not fill the height of their line
          found.push(`${svg.id}: "${texts[i].t.textContent}" over "${texts[k].t.textContent}"`);
      }
    }
  }
  return found;
}

async function check(browser, path) {
  const wrong = [];
  const page = await browser.newPage();
  page.on('console', (message) => wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) wrong.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(resolve(path)).href);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) wrong.push(`at ${width} pixels the page is ${wide} wide`);
    wrong.push(...(await page.evaluate(overlaps)).map((text) => `at ${width} pixels, ${text}`));
  }
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(SHEET);
  const high = await page.evaluate(
    (most) => [...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().height > most).map((svg) => svg.id), SHEET.height);
  wrong.push(...high.map((id) => `printed, ${id} is higher than a sheet`));
  await page.emulateMedia({ media: null });
  await page.addScriptTag({ content: axe });
  const result = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  for (const violation of result.violations)
    wrong.push(`axe ${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 200)}`);
  const print = await page.pdf({ preferCSSPageSize: true });
  if (print.length < 5000) wrong.push('prints next to nothing');
  const sheets = (print.toString('latin1').match(/\/Type \/Page\b/g) || []).length;
  if (/leaflet\.html$/.test(path) && sheets !== 1) wrong.push(`a leaflet is one page, this prints ${sheets}`);
  await page.close();
  return [...new Set(wrong)];
}

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let passed = 0;
let failed = 0;
for (const path of pages) {
  const wrong = await check(browser, path);
  for (const text of wrong) console.log(`${path}: ${text}`);
  if (wrong.length) failed++;
  else passed++;
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
