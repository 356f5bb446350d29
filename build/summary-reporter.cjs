/** Ends the test run with the line that people and machines look for. */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
    // A suite that could not even start has run no test: it must not look like none failed.
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    const line = `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // Jest prints a summary of its own after the reporters; this line must be the last one.
    process.once('exit', () => process.stdout.write(`\n${line}\n`));
  }
};
