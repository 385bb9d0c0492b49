/** Tailwind is the only step between our stylesheets and the browser's. */
export default { plugins: { '@tailwindcss/postcss': {} } };
