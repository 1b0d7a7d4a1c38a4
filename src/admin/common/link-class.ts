/** Links are recognized by their underline; the UI kit's blue has too little contrast for small text. */
export const LINK =
  "text-ui-fg-base underline underline-offset-2 hover:text-ui-fg-subtle focus-visible:shadow-borders-focus rounded outline-none"
