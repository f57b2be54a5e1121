import { InputError } from "./errors.ts";

/** An object as it stands in a JSON text, before anything is known of it. */
export type Json = Readonly<Record<string, unknown>>;

/** What a saved model must say of itself. */
export interface SavedModel {
  readonly kind: string;
  readonly version: number;
  /** What the model is called in messages, with its article. */
  readonly name: string;
  /** The first part without which it could not be used, in words; nothing if it is whole. */
  readonly missingPart: (model: Json) => string | undefined;
}

/**
 * Reads a saved model, and makes sure that it is whole and one of this kind and version.
 *
 * @throws {InputError} If the text is cut short, holds something else, is of another version or lacks
 * a part.
 */
export function readSavedModel(json: string, path: string, expected: SavedModel): Json {
  const { kind, version, name, missingPart } = expected;
  const model = parsed(json, path);
  if (model.kind !== kind) {
    const held = typeof model.kind === "string" ? `"${model.kind}"` : "something else";
    throw new InputError(`${path} holds ${held}, not ${name}: choose another file.`);
  }
  if (model.version !== version) {
    throw new InputError(
      `${path} has ${model.version === undefined ? "no version" : `version ${model.version}`}, ` +
        `but version ${version} is needed: ` +
        `run start again to replace it.`,
    );
  }
  const missing = missingPart(model);
  if (missing) throw new InputError(`${path} lacks ${missing}: run start again to replace it.`);
  return model;
}

function parsed(json: string, path: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new InputError(`${path} is not valid JSON: run start again to replace it.`);
  }
  return isObject(value) ? value : {};
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a text that says something. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Whether a value is a list of such elements, of the given length or at least one. */
export function isListOf(
  value: unknown,
  isElement: (element: unknown) => boolean,
  length?: number,
): value is unknown[] {
  return Array.isArray(value) && value.every(isElement) &&
    (length === undefined ? value.length > 0 : value.length === length);
}
