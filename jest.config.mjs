/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.(ts|mts|js|mjs)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Packages that ship only ES modules.
  transformIgnorePatterns: [
    '/node_modules/(?!(vega|vega-[a-z-]+|d3|d3-[a-z-]+|internmap|delaunator|robust-predicates|@hono)/)',
  ],
  reporters: ['default', '<rootDir>/build/summary-reporter.cjs'],
  // Its build for Node awaits at its top level, which a CommonJS test cannot; neither build finds a canvas here.
  // numfmt 4.0.1 names a CommonJS file that it does not ship; the file for `default` is CommonJS itself.
  moduleNameMapper: {
    '^vega-canvas$': '<rootDir>/node_modules/vega-canvas/build/vega-canvas.browser.js',
    '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js',
  },
  testEnvironment: 'node',
  testTimeout: 30000,
  // Jest leaves one core free, which on a machine with two halves its speed.
  maxWorkers: '100%',
};
