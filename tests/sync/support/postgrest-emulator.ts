// The answers of PostgREST to the requests that the adapter sends, after its documentation:
// horizontal filters `column=eq.value`, `Prefer: return=representation`, 201 for an insert, 409
// with code 23505 for a duplicate key, an empty array where no row matches.

import { bodyOf, listen, type Listening } from './listen.ts';

interface Row {
  id: string;
  write: string;
  /** As text: a json column keeps what was written. */
  state: string;
}

export function startPostgrest(): Promise<Listening> {
  const rows = new Map<string, Row>();
  return listen(async (request, response) => {
    const url = new URL(request.url!, 'http://server');
    const body = await bodyOf(request);
    const found = [...rows.values()].filter((row) => matches(row, url.searchParams));
    const answer = (status: number, text: string) => {
      response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(text);
    };
    if (request.headers.prefer !== 'return=representation') return answer(204, '');
    switch (request.method) {
      case 'GET':
        return answer(200, represent(found));
      case 'POST': {
        const row = readRow(body);
        if (rows.has(row.id!)) return answer(409, '{"code":"23505","message":"duplicate key"}');
        rows.set(row.id!, row as Row);
        return answer(201, represent([row as Row]));
      }
      case 'PATCH':
        for (const row of found) Object.assign(row, readRow(body));
        return answer(200, represent(found));
      case 'DELETE':
        for (const row of found) rows.delete(row.id);
        return answer(200, represent(found));
      default:
        return answer(405, '{}');
    }
  });
}

function matches(row: Row, filters: URLSearchParams): boolean {
  for (const column of ['id', 'write'] as const) {
    const filter = filters.get(column);
    if (filter !== null && filter !== `eq.${row[column]}`) return false;
  }
  return true;
}

function readRow(body: string): Partial<Row> {
  const { id, write } = JSON.parse(body) as Row;
  const state = body.slice(body.indexOf('"state":') + '"state":'.length, -1);
  return { ...(id === undefined ? {} : { id }), write, state };
}

function represent(rows: Row[]): string {
  const texts = rows.map(
    ({ id, write, state }) => `{"id":${JSON.stringify(id)},"write":"${write}","state":${state}}`,
  );
  return `[${texts.join(',\n ')}]`;
}
