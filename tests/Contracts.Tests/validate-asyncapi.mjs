// Reads an AsyncAPI document from standard input; prints its errors and warnings, one a line.
// Exit code 1 where there are any.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const WARNING = 1;
const { document, diagnostics } = await new Parser().parse(readFileSync(0, 'utf8'));
const found = diagnostics
  .filter(({ severity }) => severity <= WARNING)
  .map(({ severity, code, path, message }) =>
    `${severity === WARNING ? 'warning' : 'error'} ${code} at /${path.join('/')}: ${message}`);

// The parser (3.6) does not hold the examples of a 3.0 document against their schemas.
const ajv = formats(new Ajv({ strict: false, allErrors: true }));
function misfits(message, part, schema, example) {
  const fits = ajv.compile(schema.json());
  return fits(example) ? [] : fits.errors.map(({ instancePath, message: why }) =>
    `error example of ${message.name()}, ${part}${instancePath}: ${why}`);
}

for (const message of document?.allMessages() ?? []) {
  for (const example of message.examples()) {
    found.push(...misfits(message, 'payload', message.payload(), example.payload()));
    found.push(...misfits(message, 'headers', message.headers(), example.headers()));
  }
}

found.forEach(line => console.log(line));
process.exitCode = found.length === 0 ? 0 : 1;
