import { isListOf, isObject, isText, type Json, readSavedModel } from "../frames/saved_model.ts";
import { OUTLIER_TREATMENTS } from "../learning/preparation/outlier_treatment.ts";
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
 * import { InputError } from "../frames/errors.ts";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => readSegmentationModel('{"kind":"churn"}'), InputError, 'holds "churn"');
 * ```
 */
export function readSegmentationModel(
  json: string,
  path = "models/segmentation.json",
): SegmentationModel {
  return readSavedModel(json, path, {
    kind: "segmentation",
    version: SEGMENTATION_MODEL_VERSION,
    name: "a segmentation",
    missingPart,
  }) as unknown as SegmentationModel;
}

/** The first part without which customers could not be put into segments, in words. */
function missingPart(model: Json): string | undefined {
  const { asOf, features, treatment, scaler, clusters, names, reference } = model;
  if (asOf !== null && typeof asOf !== "string") return "the date of its snapshot";
  if (!isListOf(features, isText)) return "the features";
  const isRow = (row: unknown) => isListOf(row, Number.isFinite, features.length);
  if (!isTreatment(treatment, features.length, isRow)) return "the treatment of outliers";
  if (!isObject(scaler) || !isRow(scaler.means) || !isRow(scaler.scales)) return "the scaler";
  if (!isObject(clusters) || !isListOf(clusters.centroids, isRow)) return "the centroids";
  const { length } = clusters.centroids;
  if (clusters.clusters !== undefined && clusters.clusters !== length) return "the centroids";
  if (!isListOf(names, isText, length)) return "the names of its segments";
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
