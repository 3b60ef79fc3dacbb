import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type ArticleKind = Schemas['ArticleKind'];
export type StepKind = Schemas['StepKind'];
export type ScriptResult = NonNullable<Schemas['ScriptResult']>;
export type ArticleRow = Schemas['ArticleRow'];
export type ArticleView = Schemas['ArticleView'];
export type StepView = Schemas['StepView'];
export type GivenAnswer = Schemas['GivenAnswer'];
export type Reading = Schemas['ReadAlongResponse'];
export type Tree = Schemas['ListArticlesResponse'];
export type Leaf = Schemas['ListArticlesLeaf'];
export type Hit = Schemas['SearchKnowledgeHit'];
export type Suggestion = Schemas['SuggestArticlesSuggestion'];
export type RequestKnowledge = Schemas['UseArticleResponse'];
export type ArticleUse = Schemas['SeeUseUse'];
export type Question = Schemas['SeeUseQuestion'];
export type VersionRow = Schemas['ReadVersionsRow'];
export type ContentChange = Schemas['ContentChange'];
export type Problem = Schemas['ArticleProblem'];
export type ArticleText = Schemas['ArticleText'];
export type Step = Schemas['Step'];
export type Answer = Schemas['Answer'];
export type DutyRow = Schemas['SetDutyRow'];
export type ArticleScope = Omit<Schemas['ArticleScope'], 'categories' | 'teams'> & { categories: string[]; teams: string[] };
export type ArticleContent = Omit<Schemas['ArticleContent'], 'scope'> & { scope: ArticleScope };
export type DraftCard = Omit<Schemas['DraftCard'], 'draft'> & { draft: ArticleContent };

export const emptyText: ArticleText = { title: '', body: '', keywords: '', steps: {}, basis: {} };
