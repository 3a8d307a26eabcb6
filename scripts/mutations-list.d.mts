// Types of mutations-list.mjs, for the tests.
export interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}
export const mutations: readonly Mutation[];
