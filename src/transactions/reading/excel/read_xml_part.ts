import { SaxesParser } from "saxes";
import { InputError } from "../../../frames/errors.ts";
import type { ZipArchive } from "../zip/open_zip.ts";
import { damaged } from "../zip/zip_directory.ts";

/** An element's attributes by name, with prefix. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What to do at each event of an XML part; element names come without prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  /** Text may come in several pieces. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * No part of a workbook comes near; without limits, 1 GiB of `<a>` would need 100 GiB of memory.
 * The longest text is in bytes, and counted only over whole pieces without a tag.
 */
const DEEPEST = 64, MOST_ATTRIBUTES = 256, LONGEST_TEXT = 2 ** 24;

/**
 * Reads an XML part of a workbook while it is unpacked.
 *
 * Document types are refused, so that there are no entities but the five of XML itself.
 *
 * @param handlers What to do at each event.
 * @throws {InputError} If the part is missing, is no well-formed XML in UTF-8, or cannot be unpacked.
 */
export function readXmlPart(archive: ZipArchive, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false });
  const text = handlers.text ?? (() => {});
  let depth = 0, attributes = 0, withoutTag = 0;
  const refuse = (reason: string) => {
    throw new InputError(`${archive.source} is refused: its part ${part} ${reason}.`);
  };
  parser.on("error", () => {
    throw damaged(archive.source, part);
  });
  parser.on("doctype", () => refuse("declares a document type"));
  parser.on("attribute", () => {
    if (++attributes > MOST_ATTRIBUTES) refuse("has an element with too many attributes");
  });
  parser.on("opentag", ({ name, attributes: values }) => {
    attributes = withoutTag = 0;
    if (++depth > DEEPEST) refuse("nests too deep");
    handlers.open?.(localName(name), values);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", ({ name }) => {
    depth--;
    withoutTag = 0;
    handlers.close?.(localName(name));
  });

  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw damaged(archive.source, part);
    }
  };
  archive.unpack(part, (piece) => {
    if (withoutTag > LONGEST_TEXT) refuse("has a text that is too long");
    withoutTag += piece.length;
    parser.write(decode(piece));
  });
  parser.write(decode());
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
