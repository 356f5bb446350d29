/** Colour names of CSS that scripts use; Sheets takes any of them. */
const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkgray: '#a9a9a9',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  pink: '#ffc0cb',
  brown: '#a52a2a',
  lime: '#00ff00',
  navy: '#000080',
  teal: '#008080',
  silver: '#c0c0c0',
  maroon: '#800000',
  olive: '#808000',
  gold: '#ffd700',
  lightblue: '#add8e6',
  lightgreen: '#90ee90',
  lightyellow: '#ffffe0',
  salmon: '#fa8072',
  beige: '#f5f5dc',
  tomato: '#ff6347',
  crimson: '#dc143c',
  indigo: '#4b0082',
  violet: '#ee82ee',
  turquoise: '#40e0d0',
  whitesmoke: '#f5f5f5',
  aqua: '#00ffff',
  fuchsia: '#ff00ff',
  khaki: '#f0e68c',
  lavender: '#e6e6fa',
};

/**
 * A CSS colour as `#rrggbb`.
 * @returns undefined for what is no colour
 */
export function hexColor(color: string): string | undefined {
  const text = color.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`;
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text);
  if (rgb) return rgbColor(Number(rgb[1]), Number(rgb[2]), Number(rgb[3]));
  return NAMED[text];
}

export function rgbColor(red: number, green: number, blue: number): string {
  return `#${[red, green, blue].map((part) => Math.max(0, Math.min(255, part)).toString(16).padStart(2, '0')).join('')}`;
}

/** The engine keeps a conditional format's colour stop as a number. */
export function colorNumber(hex: string): number {
  return Number.parseInt(hex.slice(1), 16);
}

export function colorFromNumber(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
