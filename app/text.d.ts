// A module as the text of a script that the build makes of it: see bundles/script-text.ts.
declare module '*?text' {
  const text: string;
  export default text;
}
