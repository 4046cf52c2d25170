/**
 * Colours, type and space of every Crossfoot element. A host page overrides the `--crossfoot-…`
 * properties; everything else follows from them. Contrast: text at least 4.5:1, rules of controls
 * at least 3:1, in both schemes.
 */
import { css } from 'lit';

export const tokens = css`
  :host {
    color-scheme: light dark;
    --font: var(--crossfoot-font, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif);
    --surface: var(--crossfoot-surface, light-dark(#ffffff, #16191d));
    --surface-raised: light-dark(#ffffff, #1e2227);
    --surface-sunk: light-dark(#f6f7f6, #1b1f23);
    --ink: var(--crossfoot-ink, light-dark(#1a2023, #e8ebea));
    --ink-soft: light-dark(#566066, #a3adb2);
    --rule: var(--crossfoot-border, light-dark(#858e93, #737d83));
    --rule-soft: light-dark(#dfe3e2, #30363b);
    --hair: light-dark(rgb(26 32 35 / 0.13), rgb(255 255 255 / 0.15));
    --accent: var(--crossfoot-accent, light-dark(#0b6b5b, #5cc7b0));
    --on-accent: light-dark(#ffffff, #06231d);
    --accent-wash: color-mix(in srgb, var(--accent) 9%, var(--surface));
    --danger: var(--crossfoot-danger, light-dark(#ad2b22, #ff9a8f));
    --danger-wash: color-mix(in srgb, var(--danger) 8%, var(--surface));
    --caution: light-dark(#7a5200, #e9bd62);
    --radius: var(--crossfoot-radius, 6px);
    --space: var(--crossfoot-space, 8px);
    --row-height: var(--crossfoot-row-height, 38px);
    --grip-width: 64px;
    --shadow: 0 10px 30px rgb(0 0 0 / 0.16), 0 1px 3px rgb(0 0 0 / 0.12);
    --small: 0.8125rem;
    --bar-height: 48px;
    display: block;
    color: var(--ink);
    background: var(--surface);
    font-family: var(--font);
    font-size: 0.9375rem;
    line-height: 1.45;
    font-variant-numeric: tabular-nums lining-nums;
    text-align: start;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  @media not (pointer: coarse) {
    :host([density='compact']) {
      --row-height: var(--crossfoot-row-height, 29px);
    }
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
