// The figure's style sheets in a shadow tree, where no page's policy asks for them and no page's rules reach them.

/** The build of one script puts the text of all style sheets here. */
const text = 'text of the style sheets';

let sheet: CSSStyleSheet | null = null;

export function adoptStyles(shadow: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  shadow.adoptedStyleSheets = [sheet];
}
