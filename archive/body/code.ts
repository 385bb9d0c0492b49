/** Tells code from words where MDX would take words for code. */

/** An `import` or `export` that is one: with its quotation marks, braces or signs. */
const moduleCode = [
  /^import\s*(?:['"]|[\w$*{][^'";]*?\bfrom\s*['"]|\()/,
  /^export\s+(?:const|let|var)\s+[\w${[][^\n]*=/,
  /^export\s+(?:async\s+)?(?:function|class)\b[^\n]*[({]/,
  /^export\s+default\s*(?:[({['"`]|(?:async\s+)?(?:function|class)\b|[\w$.]+\s*(?:[;(=]|$))/,
  /^export\s*(?:\{|\*\s*(?:as\b[^'"]*)?from\b|type\b[^\n]*=)/,
];

/** Whether a paragraph that begins with "import" or "export" is code. */
export const isModuleCode = (paragraph: string): boolean => moduleCode.some((pattern) => pattern.test(paragraph));

/** Signs of code. Prose has points, brackets, slashes and question marks too: "e.g. this", "word(s)", "and/or", "what??". */
const codeSigns = [
  /^\s*(["'`])[^]*\1\s*$/, // a quoted text: an expression that only prints itself
  /^\s*[\w$]+(?:\.[\w$]+)+\s*$/, // process.env.HOME
  /[\w$\])]\((?!s\))/, // a(), a.b(c)
  /[\w$\])]\[/, // a[0]
  /^\s*\{|\$\{|^\s*\.\.\./, // {{name}}, ${x}, ...rest
  /=>|[!=]==?[^=]|&&|\|\||\s\?\?\s|[\w$)\]]\?\.[\w$[(]|[+*/-]=/,
  /^\s*[\w$.]+\s*[=+*]\s*[\w$.("'-]/, // a = 1, a + b
  /^\s*![\w$(]/,
  /<\/?[A-Za-z]/,
  /[\w$]\s\?\s.*\s:\s/, // a ? b : c
  /^\s*(?:[a-z]+[A-Z]\w*|[\w$]+_[\w$]+|\$[A-Za-z]\w*)\s*$/, // userName, user_name, $user
  /^\s*\/\//,
];

/** Whether what stands between two braces looks like code and not like words: `{process.env.HOME}`, but not `{sic}`. */
export const looksLikeCode = (inside: string): boolean =>
  inside.trim() !== '' && codeSigns.some((sign) => sign.test(inside));
