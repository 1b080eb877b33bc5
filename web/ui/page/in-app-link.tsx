/**
 * A real link, so that it opens in a new tab, is announced as a link and shows its address; an
 * ordinary click moves inside the app. `href` must be an address of our own routes.
 */
import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';

export type InAppLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & {
  readonly href: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly onMove?: () => void;
};

const isOrdinary = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export function InAppLink({ href, children, onMove, ...rest }: InAppLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (!isOrdinary(event)) return;
    event.preventDefault();
    router.history.push(href);
    onMove?.();
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
