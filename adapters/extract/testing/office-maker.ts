/** Small office files for tests, as the formats' own schemas say. */
import { type MadePart, makeZip } from './zip-maker.ts';

const OOXML = 'http://schemas.openxmlformats.org';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export function docxParts(body: string): MadePart[] {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return [
    {
      name: '[Content_Types].xml',
      bytes:
        `${XML}<Types xmlns="${OOXML}/package/2006/content-types">` +
        '<Default Extension="rels" ' +
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      bytes:
        `${XML}<Relationships xmlns="${OOXML}/package/2006/relationships">` +
        `<Relationship Id="r1" Type="${OOXML}/officeDocument/2006/relationships/officeDocument" ` +
        'Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', bytes: wordDocument(body) },
  ];
}

export function wordDocument(body: string): string {
  return (
    `${XML}<w:document xmlns:w="${OOXML}/wordprocessingml/2006/main">` +
    `<w:body>${body}</w:body></w:document>`
  );
}

export function wordParagraphs(lines: readonly string[]): string {
  return lines.map((line) => `<w:p><w:r><w:t>${escapeXml(line)}</w:t></w:r></w:p>`).join('');
}

export function makeDocx(lines: readonly string[]): Buffer {
  return makeZip(docxParts(wordParagraphs(lines)));
}

const ODF = 'urn:oasis:names:tc:opendocument:xmlns';

function makeOpenDocument(type: string, body: string): Buffer {
  const content =
    `${XML}<office:document-content xmlns:office="${ODF}:office:1.0" ` +
    `xmlns:text="${ODF}:text:1.0" xmlns:table="${ODF}:table:1.0" office:version="1.3">` +
    `<office:body>${body}</office:body></office:document-content>`;
  const mediaType = `application/vnd.oasis.opendocument.${type}`;
  const manifest =
    `${XML}<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0">` +
    `<manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/>` +
    '</manifest:manifest>';
  return makeZip([
    { name: 'mimetype', bytes: mediaType },
    { name: 'content.xml', bytes: content },
    { name: 'META-INF/manifest.xml', bytes: manifest },
  ]);
}

export function makeOdt(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `<text:p>${escapeXml(line)}</text:p>`).join('');
  return makeOpenDocument('text', `<office:text>${text}</office:text>`);
}

/** One cell said to stand a million rows deep and sixteen thousand columns wide. */
export function makeRepeatingOds(): Buffer {
  const cell =
    '<table:table-cell table:number-columns-repeated="16384">' +
    '<text:p>mật</text:p></table:table-cell>';
  const row = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`;
  return makeOpenDocument(
    'spreadsheet',
    `<office:spreadsheet><table:table>${row}</table:table></office:spreadsheet>`,
  );
}

export function makeRtf(lines: readonly string[]): Buffer {
  const escaped = (line: string) =>
    [...line].map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0)}?` : letter)).join('');
  const text = lines.map((line) => `${escaped(line)}\\par\n`).join('');
  return Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\\f0\n${text}}`);
}
