/**
 * Writes an embedding table as an ONNX graph, without a protobuf library:
 *
 *   input_ids ─┬─ Gather(int8 table)  ─ Cast(float) ─┐
 *              └─ Gather(row scales)  ───────────────┴─ Mul → last_hidden_state
 *
 * The table stays int8 in memory: only the rows that a text names are ever made floats.
 */
const FLOAT = 1
const INT8 = 3
const INT64 = 7

export interface QuantizedTable {
  name: string
  /** Rows one after the other. */
  table: Int8Array
  /** What a row's numbers are multiplied by: one number a row. */
  scales: Float32Array
  dimensions: number
}

/** The table as an ONNX model, opset 13, ir_version 8. */
export function encodeOnnx({ name, table, scales, dimensions }: QuantizedTable): Buffer {
  const rows = scales.length
  const graph = message(
    bytes(1, node('Gather', ['table', 'input_ids'], 'rows', ['axis', 0])),
    bytes(1, node('Cast', ['rows'], 'floats', ['to', FLOAT])),
    bytes(1, node('Gather', ['scales', 'input_ids'], 'row_scales', ['axis', 0])),
    bytes(1, node('Mul', ['floats', 'row_scales'], 'last_hidden_state')),
    text(2, name),
    bytes(5, tensor('table', INT8, [rows, dimensions], table)),
    bytes(5, tensor('scales', FLOAT, [rows, 1], scales)),
    bytes(11, valueInfo('input_ids', INT64, ['batch', 'sequence'])),
    bytes(12, valueInfo('last_hidden_state', FLOAT, ['batch', 'sequence', dimensions])),
  )
  return message(varint(1, 8), text(2, 'qingwen'), bytes(7, graph), bytes(8, message(text(1, ''), varint(2, 13))))
}

function node(operator: string, inputs: string[], output: string, attribute?: [name: string, value: number]): Buffer {
  const parts = [
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(3, `make_${output}`),
    text(4, operator),
  ]
  if (attribute) parts.push(bytes(5, message(text(1, attribute[0]), varint(3, attribute[1]), varint(20, 2))))
  return message(...parts)
}

function tensor(name: string, type: number, shape: number[], values: Int8Array | Float32Array): Buffer {
  const raw = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  return message(...shape.map((size) => varint(1, size)), varint(2, type), text(8, name), bytes(9, raw))
}

function valueInfo(name: string, type: number, shape: (string | number)[]): Buffer {
  const sizes = shape.map((size) =>
    bytes(1, typeof size === 'string' ? message(text(2, size)) : message(varint(1, size))),
  )
  return message(text(1, name), bytes(2, message(bytes(1, message(varint(1, type), bytes(2, message(...sizes)))))))
}

const message = (...fields: Buffer[]) => Buffer.concat(fields)
const varint = (field: number, value: number) => Buffer.concat([number(field * 8), number(value)])
const bytes = (field: number, content: Buffer) =>
  Buffer.concat([number(field * 8 + 2), number(content.length), content])
const text = (field: number, content: string) => bytes(field, Buffer.from(content))

/** Protobuf's variable-length number: seven bits a byte, lowest first. */
function number(value: number): Buffer {
  const digits: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) digits.push((rest % 128) + 128)
  return Buffer.from([...digits, rest])
}
