// The scripts that the browser gets: classic scripts in ES2015 (tests/browser/test_old_browsers.py), one global `kb`.

const rules = {
  "array-callback-return": "error",
  "consistent-return": "error",
  curly: ["error", "multi-line"],
  eqeqeq: "error",
  "max-lines": ["error", 300],
  "no-alert": "error",
  "no-array-constructor": "error",
  "no-caller": "error",
  "no-const-assign": "error",
  "no-console": "error",
  "no-dupe-args": "error",
  "no-dupe-keys": "error",
  "no-duplicate-case": "error",
  "no-else-return": "error",
  "no-eval": "error",
  "no-extend-native": "error",
  "no-fallthrough": "error",
  "no-implied-eval": "error",
  "no-loop-func": "error",
  "no-new-wrappers": "error",
  "no-redeclare": "error",
  "no-self-assign": "error",
  "no-self-compare": "error",
  "no-shadow": "error",
  "no-throw-literal": "error",
  "no-undef": "error",
  "no-unreachable": "error",
  "no-unused-expressions": "error",
  "no-unused-vars": ["error", { args: "after-used", caughtErrors: "none" }],
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-useless-concat": "error",
  "no-useless-return": "error",
  "prefer-const": "error",
  strict: ["error", "function"],
  "use-isnan": "error",
  "valid-typeof": "error",
};

const browser = ["window", "document", "location", "history", "navigator", "localStorage", "URL", "URLSearchParams", "Blob", "FileReader", "MouseEvent", "NodeFilter",
  "setTimeout", "clearTimeout", "requestAnimationFrame", "requestIdleCallback", "matchMedia"];
// All that core/ may use besides the language; of `window` nothing but `kb`.
const pure = ["window", "TextDecoder", "TextEncoder", "URLSearchParams"];

const named = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));
const classic = (names) => ({ ecmaVersion: 2015, sourceType: "script", globals: named(names) });

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["**/javascripts/page/*.js"], languageOptions: classic(browser), rules },
  {
    files: ["**/javascripts/core/*.js"],
    languageOptions: classic(pure),
    rules: {
      ...rules,
      "no-restricted-syntax": ["error", {
        selector: "MemberExpression[object.name='window']:not([property.name='kb'])",
        message: "core/ uses nothing of the page but kb.",
      }],
    },
  },
];
