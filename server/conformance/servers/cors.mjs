// Rule 5 of the contract as header lines; every server file below turns them into its own syntax.

export const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, PUT, DELETE',
  'Access-Control-Allow-Headers': 'content-type, if-match, if-none-match, authorization',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};
