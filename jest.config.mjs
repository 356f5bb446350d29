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
  transformIgnorePatterns: ['/node_modules/(?!(vega|vega-[a-z-]+|d3|d3-[a-z-]+|internmap|delaunator|robust-predicates|@hono)/)'],
  reporters: ['default', '<rootDir>/build/summary-reporter.cjs'],
  // Its build for Node awaits at its top level, which a CommonJS test cannot; neither build finds a canvas here.
  moduleNameMapper: { '^vega-canvas$': '<rootDir>/node_modules/vega-canvas/build/vega-canvas.browser.js' },
  testEnvironment: 'node',
  testTimeout: 30000,
};
