// Stylelint: its standard rules, and those that hold style sheets to CONTRIBUTING. Layout is Prettier's.

export default {
  extends: ["stylelint-config-standard"],
  ignoreFiles: ["{site,build,.venv,.cache,node_modules}/**"],
  reportNeedlessDisables: true, // an exception that is needed no more goes
  rules: {
    "custom-property-empty-line-before": null, // empty lines part what belongs together
    "custom-property-pattern": "^[a-z][a-z0-9]*(-{1,2}[a-z0-9]+)*$", // Material's have names like --md-default-fg-color--light
    "declaration-empty-line-before": null, // the same
    "declaration-no-important": true, // a rule that has to shout stands in the wrong place
    "media-feature-range-notation": "prefix", // phones of 2022 know no other
    "no-descending-specificity": null, // it compares rules that never meet, such as those for two states
    "property-no-vendor-prefix": [true, { ignoreProperties: ["-webkit-text-size-adjust"] }], // Safari knows no other name for it
    "selector-class-pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$", // block__part--kind
    "selector-max-id": 0, // ids are for links, and weigh more than any class
    "value-keyword-case": ["lower", { ignoreKeywords: ["Fallback"] }], // the name of a font
  },
};
