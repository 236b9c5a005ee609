// ESLint: what it recommends, and rules that hold today's scripts to what CONTRIBUTING says. Layout is Prettier's.

import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["site/", "build/", ".venv/", ".cache/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" }, // an exception that is needed no more goes
    rules: {
      "array-callback-return": "error", // a callback that returns nothing where something is asked for
      "consistent-return": "off", // `return this.#show()` leaves early; tsc says where a value is missing
      eqeqeq: ["error", "always", { null: "ignore" }], // `== null` stands for both kinds of nothing
      "no-console": "error", // nobody reads it, and tests take it for a fault
      "no-empty": ["error", { allowEmptyCatch: true }], // a browser that keeps nothing is no fault; a comment says so
      "no-implicit-globals": "error", // classic scripts share one scope
      "no-misleading-character-class": ["error", { allowEscape: true }], // a mark written by its number is meant alone
      "no-param-reassign": "error", // what was given stays what it was; properties of elements may change
      "no-unused-vars": ["error", { args: "after-used", ignoreRestSiblings: true, varsIgnorePattern: "^_$" }],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Texts never become markup: use textContent, append or cloneNode." },
        { property: "outerHTML", message: "Texts never become markup: use textContent, append or cloneNode." },
        { property: "insertAdjacentHTML", message: "Texts never become markup: use append or before." },
      ],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "off", // `one + two` is plainer than a template of two names
    },
  },
  {
    files: ["hooks/**/*.js"],
    languageOptions: { globals: globals.browser },
  },
  {
    // scripts that a page loads as they are, before its modules
    files: ["**/assets/first.js", "**/assets/redirect.js", "**/assets/leave.js"],
    languageOptions: { sourceType: "script" },
  },
  {
    files: ["**/grade.js", "**/search-{words,index,terms,ranking,finder}.js", "{tests,tools}/**/*.js", "*.config.js"],
    languageOptions: { globals: globals.nodeBuiltin }, // they run where there is no page, and find none
  },
];
