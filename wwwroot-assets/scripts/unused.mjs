// The design system defines some six hundred custom properties; a page uses a third. Those that no rule reads are left
// out, again and again until nothing changes, because one unused property is often the only reader of another.
// The colours a region may set stay whether read or not: they are the contract (css/tokens.css).
const kept = /^--ds-color-(primary|accent)-/;

export function withoutUnusedProperties(css) {
  for (;;) {
    const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]));
    const thinner = css
      .replace(/(?<=[{;])(--[\w-]+):((?:"[^"]*"|\([^()]*(?:\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)[^()]*)*\)|[^;{}()"])*)(;|(?=\}))/g,
        (declaration, name) => read.has(name) || kept.test(name) ? declaration : '')
      .replace(/[^{};]*\{\}/g, '');
    if (thinner === css) return css;
    css = thinner;
  }
}
