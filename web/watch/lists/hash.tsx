/** A hash to compare with another one: whole, and breaking anywhere. */
import classes from '../watch.module.css';

export function Hash({ value }: { readonly value: string }) {
  return <code className={classes.hash}>{value}</code>;
}
