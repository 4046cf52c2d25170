/**
 * Whole documents through a function of the engine without changing a digit: members that only the
 * host knows may hold numbers that JavaScript would round.
 */
import type { FunctionName, Refusal, Reply } from '../../../../schema/contract.ts';
import type { EngineClient } from '../../engine/client.ts';
import { parseJson, writeJson, type Json, type JsonObject } from '../../json/lossless-json.ts';

/** A document's text as a member of an argument. */
export function asWritten(text: string): Json {
  return parseJson(text);
}

/** A document of a reply as text. */
export function textOf(value: Json | undefined): string {
  return writeJson(value);
}

/** Calls a function of the engine. */
export function callVerbatim<Name extends FunctionName>(
  client: EngineClient,
  name: Name,
  argument: JsonObject,
): Reply<Name> | Refusal {
  return parseJson(client.callText(name, writeJson(argument)));
}
