/** Nominal types: a value of a branded type can only come from its `parse…` function. */
declare const brand: unique symbol;

export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
