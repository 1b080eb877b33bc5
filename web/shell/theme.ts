/**
 * The look: paper white, deep ink, dense and calm. Red is kept for secrecy marks and alarms, so
 * nothing else may be red. The same colours stand as CSS variables in `theme.css`.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#f0f3f7',
  '#dde4ec',
  '#bcc8d6',
  '#97a9be',
  '#7389a3',
  '#4f6885',
  '#365271',
  '#223f60',
  '#1b334f',
  '#142539',
];

const alarm: MantineColorsTuple = [
  '#fdf0ef',
  '#f9dcda',
  '#f0b5b1',
  '#e68a84',
  '#d9605a',
  '#c93a36',
  '#b8211f',
  '#a31618',
  '#8a1014',
  '#6d0a0e',
];

export const theme = createTheme({
  colors: { ink, alarm },
  primaryColor: 'ink',
  primaryShade: 7,
  black: '#16202c',
  white: '#ffffff',
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif", fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  radius: { sm: '3px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** Mantine's own greys and reds are too pale on paper for WCAG AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fdfcf9',
    '--mantine-color-text': '#16202c',
    '--mantine-color-dimmed': '#4a5766',
    '--mantine-color-placeholder': '#66717e',
    '--mantine-color-error': '#b8121b',
    '--mantine-color-default-border': '#aaa492',
  },
  dark: {},
});
