// What the build cuts out of a language's file (web/words-plugin.ts), typed by the English one, which has all.
declare module '*/words/en.json?part=editor' {
  const words: Pick<typeof import('../../words/en.json'), 'editor'>;
  export default words;
}
declare module '*/words/en.json?part=workspace' {
  const words: Pick<typeof import('../../words/en.json'), 'workspace'>;
  export default words;
}
declare module '*/words/en.json?part=paper' {
  const words: Pick<typeof import('../../words/en.json'), 'paper'>;
  export default words;
}
declare module '*/words/en.json?part=sync' {
  const words: Pick<typeof import('../../words/en.json'), 'sync'>;
  export default words;
}
declare module '*/words/en.json?part=policy' {
  const words: Pick<typeof import('../../words/en.json'), 'policy'>;
  export default words;
}
