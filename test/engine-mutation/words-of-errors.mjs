/** Whether a node is written inside of `throw` or of `new ...Error(...)`. */
const isInError = (path) =>
  path.findParent(
    ({ node }) =>
      node.type === 'ThrowStatement' || (node.type === 'NewExpression' && node.callee.name?.endsWith('Error')),
  ) !== null;

/** Leaves the words of errors alone: they are for readers, and the tests of the command line hold them. */
export const wordsOfErrors = {
  shouldIgnore: (path) =>
    ['StringLiteral', 'TemplateLiteral'].includes(path.node.type) && isInError(path)
      ? 'the words of an error are for readers'
      : undefined,
};
