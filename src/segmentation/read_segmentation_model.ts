import { OUTLIER_TREATMENTS } from "../learning/outlier_treatment.ts";
import { InputError } from "../transactions/input_error.ts";
import { SEGMENTATION_MODEL_VERSION, type SegmentationModel } from "./segmentation_model.ts";

/**
 * Reads a saved segmentation, and makes sure that it is whole and one of this version.
 *
 * @param json Text of `models/segmentation.json`.
 * @param path What the text is called in messages.
 * @returns The model; customers get the same segments from it as from the one that was saved.
 * @throws {InputError} If the text is cut short, holds something else, or is of another version.
 *
 * @example
 * ```ts
 * import { readSegmentationModel } from "./read_segmentation_model.ts";
 * import { InputError } from "../transactions/input_error.ts";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => readSegmentationModel('{"kind":"churn"}'), InputError, 'holds "churn"');
 * ```
 */
export function readSegmentationModel(
  json: string,
  path = "models/segmentation.json",
): SegmentationModel {
  const model = parsed(json, path);
  if (model.kind !== "segmentation") {
    const held = typeof model.kind === "string" ? `"${model.kind}"` : "something else";
    throw new InputError(`${path} holds ${held}, not a segmentation: choose another file.`);
  }
  if (model.version !== SEGMENTATION_MODEL_VERSION) {
    throw new InputError(
      `${path} is of another version (${model.version ?? "none"}, ` +
        `${SEGMENTATION_MODEL_VERSION} is needed): make it anew by a run.`,
    );
  }
  const missing = missingPart(model);
  if (missing) throw new InputError(`${path} lacks ${missing}: make it anew by a run.`);
  return model as unknown as SegmentationModel;
}

type Json = Readonly<Record<string, unknown>>;

function parsed(json: string, path: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new InputError(`${path} is cut short or no JSON: make it anew by a run.`);
  }
  return isObject(value) ? value : {};
}

/** The first part without which customers could not be put into segments, in words. */
function missingPart(model: Json): string | undefined {
  const { asOf, features, treatment, scaler, clusters, names, reference } = model;
  if (asOf !== null && typeof asOf !== "string") return "the date of its snapshot";
  if (!isListOf(features, isText)) return "the features";
  const isRow = (row: unknown) => isListOf(row, Number.isFinite, features.length);
  if (!isTreatment(treatment, features.length, isRow)) return "the treatment of outliers";
  if (!isObject(scaler) || !isRow(scaler.means) || !isRow(scaler.scales)) return "the scaler";
  if (!isObject(clusters) || !isListOf(clusters.centroids, isRow, clusters.clusters)) {
    return "the centroids";
  }
  if (!isListOf(names, isText, clusters.clusters)) return "the names of its segments";
  if (!isListOf(reference, isReference)) return "the distributions of its features";
}

function isTreatment(value: unknown, columns: number, isRow: (row: unknown) => boolean): boolean {
  return isObject(value) && OUTLIER_TREATMENTS.some((kind) => kind === value.kind) &&
    value.columns === columns &&
    (value.kind !== "winsorise" || (isRow(value.low) && isRow(value.high)));
}

function isReference(value: unknown): boolean {
  return isObject(value) && isText(value.feature) && Array.isArray(value.edges) &&
    value.edges.every(Number.isFinite) && Number(value.customers) > 0 &&
    isListOf(value.shares, Number.isFinite, value.edges.length + 1);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Whether a value is a list of such elements, of the given length or at least one. */
function isListOf(
  value: unknown,
  isElement: (element: unknown) => boolean,
  length?: unknown,
): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isElement) &&
    (length === undefined || value.length === length);
}
