/** Loads a part of the script from its HTML file and runs it, as the add-in loads its jobs. */
export function runPart(): { text: string; template: string; pattern: string } {
  const file = HtmlService.createHtmlOutputFromFile('part').getContent();
  const source = file.slice(file.indexOf('<script>') + '<script>'.length, file.lastIndexOf('</script>'));
  return new Function(`${source};return CONTRACT_PART_;`)();
}
