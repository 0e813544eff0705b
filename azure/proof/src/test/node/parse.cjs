// Prints what the given Bicep files declare, as JSON by file.
const fs = require('node:fs');
const Parser = require('tree-sitter');
const parser = new Parser();
parser.setLanguage(require('tree-sitter-bicep'));

const errors = (node) =>
  node.type === 'ERROR' || node.isMissing
    ? [`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`]
    : node.children.flatMap(errors);

const named = (node, type) => node.namedChildren.filter((child) => child.type === type);
const text = (node) => (node ? node.text : null);
const unquoted = (node) => (node ? node.text.slice(1, -1) : null);

const body = (node) => {
  for (const child of [...node.namedChildren].reverse()) {
    const found = child.type === 'object' ? child : ['if_statement', 'for_statement'].includes(child.type) ? body(child) : null;
    if (found) return found;
  }
  return null;
};

const keys = (object) =>
  object ? named(object, 'object_property').map((property) => property.namedChildren[0].text.replace(/^'|'$/g, '')) : [];

const property = (object, name) =>
  object ? named(object, 'object_property').find((one) => one.namedChildren[0].text === name)?.namedChildren[1] : null;

const declaration = (node) => ({
  symbol: text(named(node, 'identifier')[0]),
  target: unquoted(named(node, 'string')[0]),
  name: text(property(body(node), 'name')),
  parameters: keys(property(body(node), 'params')),
  keys: keys(body(node)),
  text: node.text,
});

const parsed = (file) => {
  const root = parser.parse(fs.readFileSync(file, 'utf8')).rootNode;
  const all = (type) => named(root, type);
  return {
    errors: errors(root),
    text: root.text,
    resources: all('resource_declaration').map(declaration),
    modules: all('module_declaration').map(declaration),
    variables: all('variable_declaration').map(declaration),
    outputs: all('output_declaration').map(declaration),
    parameters: all('parameter_declaration').map((node) => ({
      symbol: text(named(node, 'identifier')[0]),
      target: /^param\s+\S+\s+\S+\s*=/m.test(node.text) ? 'optional' : 'required',
      name: null,
      parameters: [],
      keys: [],
      text: node.text,
    })),
  };
};

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((file) => [file, parsed(file)]))));
