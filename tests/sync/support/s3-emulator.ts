// The answers of S3 to conditional requests, after its documentation: 412 PreconditionFailed when
// a condition does not hold, 404 NoSuchKey for If-Match on a missing object, and 409
// ConditionalRequestConflict while another write to the key is in progress. Signatures cover the
// headers they name.

import { createHash } from 'node:crypto';

import { bodyOf, listen, type Listening } from './listen.ts';

export interface EmulatedS3 extends Listening {
  sign(method: string, id: string, headers: Record<string, string>): Promise<string>;
  /** The next writes answer 409 so many times, as S3 does under concurrency. */
  conflicts: number;
}

export async function startS3(): Promise<EmulatedS3> {
  const objects = new Map<string, string>();
  const state = { conflicts: 0 };
  const listening = await listen(async (request, response) => {
    const url = new URL(request.url!, 'http://server');
    const body = await bodyOf(request);
    const key = url.pathname;
    const stored = objects.get(key);
    const answer = (status: number, code = '', headers = {}, text = '') => {
      response.writeHead(status, headers);
      response.end(text || (code && `<Error><Code>${code}</Code></Error>`));
    };
    const signed = url.searchParams.get('signature') ?? '';
    const sent = signature(request.method!, key, request.headers as Record<string, string>);
    if (signed !== sent) return answer(403, 'SignatureDoesNotMatch');
    if (request.method === 'GET') {
      return stored === undefined
        ? answer(404, 'NoSuchKey')
        : answer(200, '', { ETag: etagOf(stored), 'Content-Type': 'application/json' }, stored);
    }
    if (state.conflicts > 0) {
      state.conflicts -= 1;
      return answer(409, 'ConditionalRequestConflict');
    }
    const match = request.headers['if-match'];
    if (match !== undefined && stored === undefined) return answer(404, 'NoSuchKey');
    const isWrong = match !== undefined && match !== etagOf(stored!);
    const exists = request.headers['if-none-match'] === '*' && stored !== undefined;
    if (isWrong || exists) return answer(412, 'PreconditionFailed');
    if (request.method === 'DELETE') {
      objects.delete(key);
      return answer(204);
    }
    objects.set(key, body);
    return answer(200, '', { ETag: etagOf(body) });
  });
  return Object.assign(state, listening, {
    sign: async (method: string, id: string, headers: Record<string, string>) => {
      const lower = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const path = `/bucket/${encodeURIComponent(id)}`;
      return `${listening.url}${path}?signature=${signature(method, path, lower)}`;
    },
  });
}

function signature(method: string, path: string, headers: Record<string, string>): string {
  const covered = ['if-match', 'if-none-match', 'content-type'].map((name) => headers[name] ?? '');
  return createHash('sha256')
    .update([method, path, ...covered].join('\n'))
    .digest('hex');
}

function etagOf(text: string): string {
  return `"${createHash('md5').update(text).digest('hex')}"`;
}
