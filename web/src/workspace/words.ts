/** The words of the workspace. */
import { Catalogue, Words } from '../i18n/catalogue.ts';
import en from '../../words/en.json?part=workspace';

export type WorkspaceMessageKey = keyof typeof en.workspace;
export type WorkspaceWords = Words<WorkspaceMessageKey>;

/** English, which is always there. */
export const workspaceEnglish: WorkspaceWords = new Words('en', en.workspace);

const catalogue = new Catalogue(
  'workspace',
  (language) => import(`../../words/${language}.json?part=workspace`),
  workspaceEnglish,
);

/** The words of a language; English ones where it is none of ours. */
export const loadWorkspaceWords = (tag: string): Promise<WorkspaceWords> => catalogue.load(tag);
