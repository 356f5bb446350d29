// Exercises the membrane and the small services; test/workspace/kernel reads the outcome.
var counter = 0;

function countUp() {
  counter += 1;
  return counter;
}

function echo(value) {
  return value;
}

function onOpen(e) {
  PropertiesService.getScriptProperties().setProperty('opened', e.authMode.toString());
}
