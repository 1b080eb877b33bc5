/** Files that a person chose, as parcels in the order of their numbers. */
const PARCEL_FILE = /^([0-9a-f]{16}-\d{6,})\.(json|sig|\d{4})$/;

export function groupParcels<Named extends { readonly name: string }>(
  files: readonly Named[],
): readonly (readonly Named[])[] {
  const sorted = files.toSorted((one, other) => one.name.localeCompare(other.name));
  const known = sorted.filter(({ name }) => PARCEL_FILE.test(name));
  return [...Map.groupBy(known, ({ name }) => PARCEL_FILE.exec(name)?.[1]).values()];
}
