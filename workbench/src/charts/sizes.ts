/** Sizes in pixels that are known before the script that draws is there. */
export const bandPx = 46;
export const outletsHeight = (groups: number): number => groups * bandPx + 26;
export const timesHeight = 240;
/** With less room than this, as while a page is laid out, nothing is drawn. */
export const narrowest = 120;
