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

const codeSigns = [
  /^\s*(["'`])[^]*\1\s*$/, // a quoted text: an expression that only prints itself
  /[\w$)\]]\.[A-Za-z_$]/, // process.env
  /[\w$\])]\(|\bfunction\b\s*\(/, // a()
  /=>|===?|!==?|&&|\|\||\?\?|\?\.|\$\{|\+\+|--\w|[+*/]=/,
  /[{}[\];`\\]/,
  /(?:^|[\s(])[\w$]+\s*[=+*/%]\s*[\w$"'(-]/, // a = 1, a + b
  /^\s*(?:\.\.\.|[!~+]|new\s|await\s|typeof\s|void\s|delete\s)\s*[\w$([{]/,
  /<\/?[A-Za-z]/,
  /[\w$]\s\?\s.*\s:\s/, // a ? b : c
  /\b[a-z]+[A-Z]\w*|\w_\w|\$\w*[a-z]/, // userName, user_name, $user
  /^\s*\/\//,
];

/** Whether what stands between two braces looks like code and not like words: `{process.env.HOME}`, but not `{sic}`. */
export const looksLikeCode = (inside: string): boolean =>
  inside.trim() !== '' && codeSigns.some((sign) => sign.test(inside));
