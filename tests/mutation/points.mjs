// Where a source can be broken, and what it then says. Every break is compiled into one program,
// each behind a switch (`crossfoot_mutant(id)` of mutant.h), so that a break costs a run of the tests
// and no build. A source keeps its line numbers: what the compiler says of a line is said of ours.

const SWAPPED = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '==': '!=',
  '!=': '==',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '+',
  '/': '*',
  '+=': '-=',
  '-=': '+=',
};

// Where an operator is no arithmetic at run time.
const NOT_INSIDE = new Set([
  'template_argument_list',
  'template_parameter_list',
  'static_assert_declaration',
  'preproc_def',
  'preproc_if',
  'case_statement_label',
  'enumerator',
  'array_declarator',
  'field_declaration',
  'using_declaration',
  'alias_declaration',
  'requires_clause',
]);

/** A node's text on one line, without comments: what a break says in the place of the original. */
function oneLine(node) {
  return node.text
    .replace(/\/\/[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ');
}

const isConstexpr = (node) =>
  node.type === 'declaration' &&
  node.namedChildren.some((child) => child.type === 'type_qualifier' && child.text === 'constexpr');

const isConstexprIf = (node) =>
  node.type === 'if_statement' && node.children.some((child) => child.type === 'constexpr');

/** `{what, broken}` of an expression or statement that can be broken; null otherwise. */
function breakOf(node) {
  switch (node.type) {
    case 'binary_expression':
    case 'assignment_expression': {
      const operator = node.childForFieldName('operator')?.text;
      const other = SWAPPED[operator];
      if (other === undefined) return null;
      const left = oneLine(node.childForFieldName('left'));
      const right = oneLine(node.childForFieldName('right'));
      const what = `${operator} → ${other}`;
      // a || b || c is (a || b) && c, not a || b && c.
      const isBinary = node.type === 'binary_expression';
      const broken = isBinary ? `(${left}) ${other} (${right})` : `${left} ${other} ${right}`;
      return { what, broken };
    }
    case 'true':
    case 'false':
      return {
        what: `${node.text} → ${node.text === 'true' ? 'false' : 'true'}`,
        broken: node.text === 'true' ? 'false' : 'true',
      };
    case 'unary_expression': {
      if (node.childForFieldName('operator')?.text !== '!') return null;
      return { what: '! left out', broken: `!!(${oneLine(node.childForFieldName('argument'))})` };
    }
    default:
      return null;
  }
}

/** An expression statement whose whole effect can be left out. */
function canBeLeftOut(node) {
  if (node.type !== 'expression_statement') return false;
  const [expression] = node.namedChildren;
  return expression?.type === 'call_expression' || expression?.type === 'assignment_expression';
}

/**
 * The places of a parsed source, and the source with a switch in each. `firstId` is the number of the
 * first; `left` names the places that are left out, by `line:what:column`, because their break does
 * not compile.
 */
export function instrument(tree, file, firstId, left) {
  const points = [];

  const point = (node, what) => {
    const { row, column } = node.startPosition;
    const key = `${row + 1}:${what}:${column}`;
    if (left.has(key)) return null;
    const id = firstId + points.length;
    points.push({
      id,
      key,
      file,
      what,
      line: row + 1,
      lastLine: node.endPosition.row + 1,
      text: tree.rootNode.text.split('\n')[row].trim(),
    });
    return id;
  };

  // The text of a node with a switch in every place below it.
  const rewrite = (node, inBody) => {
    if (NOT_INSIDE.has(node.type) || isConstexpr(node)) return node.text;
    let body = inBody;
    if (node.type === 'function_definition') body = false;
    if (node.type === 'compound_statement') body = true;
    const inner = () => {
      let text = '';
      let at = node.startIndex;
      for (const child of node.children) {
        text += tree.rootNode.text.slice(at, child.startIndex);
        const skipped = isConstexprIf(node) && child.type === 'condition_clause';
        text += skipped ? child.text : rewrite(child, body);
        at = child.endIndex;
      }
      return text + tree.rootNode.text.slice(at, node.endIndex);
    };
    if (!body) return inner();
    if (canBeLeftOut(node)) {
      const id = point(node, 'left out');
      const text = inner();
      return id === null ? text : `if (!crossfoot_mutant(${id})) ${text}`;
    }
    const broken = breakOf(node);
    if (!broken) return inner();
    const id = point(node, broken.what);
    const text = inner();
    return id === null ? text : `(crossfoot_mutant(${id}) ? (${broken.broken}) : (${text}))`;
  };

  return { text: rewrite(tree.rootNode, false), points };
}
