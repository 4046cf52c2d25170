// docs/conformance.md from measured results.

/**
 * The page as Markdown.
 * @param {any[]} outcomes of matrix.mjs
 * @param {{number: number, title: string, level: number}[]} checks
 */
export function page(outcomes, checks) {
  const measured = outcomes.filter((one) => one.report);
  return `# Conformance of real servers

Made by \`node server/conformance/matrix.mjs --write\`: do not edit. Each server ran on one machine,
on a loopback port, with the headers of rule 5 (CORS) and the content type in its configuration
(rclone has none for them). Try your own server with \`scripts/conformance URL\`.

| server | version | verdict | winners of 16 (replace) | winners of 16 (create) | fails |
|---|---|---|---|---|---|
${measured.map(summaryRow).join('\n')}
${outcomes
  .filter((one) => !one.report)
  .map(missingRow)
  .join('\n')}
The checks below 17 are level 1, which no edit is safe without; 17 to 23 are level 2, comfort;
25 to 28 are level 3, a server that knows prices (${'\u2013'} where it does not say that it is one).
Numbers 24, 29 and 30 need control of the server or the clock and are tests of this project.

| # | check | ${measured.map((one) => one.server.name).join(' | ')} |
|---|---|${measured.map(() => '---').join('|')}|
${checks.map((check) => checkRow(check, measured)).join('\n')}
`;
}

function summaryRow({ server, version, report }) {
  const failed = report.results.filter((one) => one.result === 'fail').map((one) => one.number);
  const cells = [server.name, version, report.verdict.text, race(report, 9), race(report, 10)];
  return `| ${[...cells, failed.join(', ') || 'none'].join(' | ')} |`;
}

function missingRow({ server, note }) {
  return `| ${server.name} | | ${note} | | | |`;
}

/** `1.0 / 1` from the sentence of a race. */
function race({ results }, number) {
  const { detail = '' } = results.find((one) => one.number === number) ?? {};
  const [, average, worst] = /: ([\d.]+) on average, (\d+) at worst/.exec(detail) ?? [];
  return average ? `${average} on average, ${worst} at worst` : '';
}

function checkRow({ number, title }, measured) {
  const cells = measured.map(({ report }) => {
    const found = report.results.find((one) => one.number === number);
    return found ? (found.result === 'pass' ? 'pass' : '**fail**') : '\u2013';
  });
  return `| ${number} | ${title.replaceAll('|', '\\|')} | ${cells.join(' | ')} |`;
}
