/** Names and values of one thing, as a definition list; a fact without a value is not shown. */
import type { ReactNode } from 'react';
import classes from './page.module.css';

export type Fact = { readonly name: string; readonly value: ReactNode };

const isAbsent = (value: ReactNode): boolean =>
  value === null || value === undefined || value === false || value === '';

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter((fact) => !isAbsent(fact.value))
        .map((fact) => (
          <div key={fact.name} className={classes.fact}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
